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

  /** The same for its size: a narrow digit is not to be a fifth wider for the least speck. */
  private static final double BETWEEN_SIZES = 0.5;

  /** A digit that was not so many times as large was placed in pixels already. */
  private static final double LARGE = 2.2;

  private MassCentre() {}

  /**
   * On a black square, the centre of mass in its middle as far as nothing falls off the edge.
   *
   * @param digit cut out, as large as it was
   * @param scaled the same in the size that it will have, no larger than the square
   * @param side of the square
   */
  public static GreyImage placed(GreyImage digit, GreyImage scaled, int side) {
    if (digit.longer() < LARGE * scaled.longer()) {
      double[] middle = middle(scaled);
      return scaled.placed(
          side,
          (int) Math.round(start(middle[0], scaled.width(), side)),
          (int) Math.round(start(middle[1], scaled.height(), side)));
    }
    double pixel = (double) digit.longer() / scaled.longer();
    double width = Math.max(1, soft(digit.width() / pixel, BETWEEN_SIZES));
    double height = Math.max(1, soft(digit.height() / pixel, BETWEEN_SIZES));
    double[] middle = middle(moved(digit, width, height, 0, 0));
    double left = soft(start(middle[0], width, side), HALF_WAY);
    double top = soft(start(middle[1], height, side), HALF_WAY);
    return moved(digit, width, height, left - Math.floor(left), top - Math.floor(top))
        .placed(side, (int) left, (int) top);
  }

  /** The centre of mass, in pixels from the first one's middle. */
  private static double[] middle(GreyImage image) {
    double mass = 0;
    double sumX = 0;
    double sumY = 0;
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        float value = image.values()[y * image.width() + x];
        mass += value;
        sumX += value * x;
        sumY += value * y;
      }
    }
    return mass == 0
        ? new double[] {(image.width() - 1) / 2.0, (image.height() - 1) / 2.0}
        : new double[] {sumX / mass, sumY / mass};
  }

  /** Where something of a size begins whose centre of mass is in the middle. */
  private static double start(double middle, double size, int side) {
    // MNIST's own middle is pixel 14 of 0…27 (its mean centre of mass is 14.0, measured).
    return Math.clamp(side / 2 - middle, 0.0, Math.max(0, side - size));
  }

  /** The nearest whole number, but half-way between two what lies between them. */
  private static double soft(double value, double halfWay) {
    double whole = Math.floor(value);
    return whole + Math.clamp((value - whole - 0.5) / halfWay + 0.5, 0.0, 1.0);
  }

  /** Of a size in pixels, moved within them: scaled once, from the digit as it was. */
  private static GreyImage moved(
      GreyImage digit, double width, double height, double right, double down) {
    int columns = (int) Math.ceil(width + right - 1e-6);
    int rows = (int) Math.ceil(height + down - 1e-6);
    double pixelX = digit.width() / width;
    double pixelY = digit.height() / height;
    return digit
        .framed(
            Math.max(digit.width(), (int) Math.round(columns * pixelX)),
            Math.max(digit.height(), (int) Math.round(rows * pixelY)),
            (int) Math.round(right * pixelX),
            (int) Math.round(down * pixelY))
        .scaled(columns, rows);
  }
}
