package org.aeworkbench.pictures.raster;

/**
 * Puts a digit so that its centre of mass is in the middle of a square, as MNIST's were put: whole
 * pixels are moved. Where the centre lies half-way between two pixels, the least speck would decide
 * for a whole pixel; there a digit that was large is placed in between instead, so that two
 * pictures of it come out alike.
 */
public final class MassCentre {
  /** How wide, in pixels, the stretch is that counts as half-way. Four in five lie outside. */
  private static final double HALF_WAY = 0.2;

  /** A digit that was not so many times as large was placed in pixels already. */
  private static final int LARGE = 3;

  private MassCentre() {}

  /**
   * On a black square, the centre of mass in its middle as far as nothing falls off the edge.
   *
   * @param digit cut out, as large as it was
   * @param scaled the same in the size that it will have, no larger than the square
   * @param side of the square
   */
  public static GreyImage placed(GreyImage digit, GreyImage scaled, int side) {
    double mass = 0;
    double sumX = 0;
    double sumY = 0;
    for (int y = 0; y < scaled.height(); y++) {
      for (int x = 0; x < scaled.width(); x++) {
        float value = scaled.values()[y * scaled.width() + x];
        mass += value;
        sumX += value * x;
        sumY += value * y;
      }
    }
    if (mass == 0) {
      return scaled.centred(side);
    }
    // MNIST's own middle is pixel 14 of 0…27 (its mean centre of mass is 14.0, measured).
    double left = Math.clamp(side / 2 - sumX / mass, 0.0, Math.max(0, side - scaled.width()));
    double top = Math.clamp(side / 2 - sumY / mass, 0.0, Math.max(0, side - scaled.height()));
    if (digit.longer() < LARGE * scaled.longer()) {
      return scaled.placed(side, (int) Math.round(left), (int) Math.round(top));
    }
    return between(digit, scaled, soft(left), soft(top), side);
  }

  /** The nearest whole number, but half-way between two what lies between them. */
  private static double soft(double value) {
    double whole = Math.floor(value);
    return whole + Math.clamp((value - whole - 0.5) / HALF_WAY + 0.5, 0.0, 1.0);
  }

  private static GreyImage between(
      GreyImage digit, GreyImage scaled, double left, double top, int side) {
    int column = (int) left;
    int row = (int) top;
    double pixelX = (double) digit.width() / scaled.width();
    double pixelY = (double) digit.height() / scaled.height();
    int right = (int) Math.round((left - column) * pixelX);
    int down = (int) Math.round((top - row) * pixelY);
    if (right == 0 && down == 0) {
      return scaled.placed(side, column, row);
    }
    // One pixel more each way, moved within it: scaled once, from the digit as it was.
    int wide = right == 0 ? digit.width() : digit.width() + (int) Math.round(pixelX);
    int high = down == 0 ? digit.height() : digit.height() + (int) Math.round(pixelY);
    return digit
        .framed(wide, high, right, down)
        .scaled(scaled.width() + (right == 0 ? 0 : 1), scaled.height() + (down == 0 ? 0 : 1))
        .placed(side, column, row);
  }
}
