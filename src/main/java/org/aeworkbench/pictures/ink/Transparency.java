package org.aeworkbench.pictures.ink;

import org.aeworkbench.pictures.raster.ColourImage;
import org.aeworkbench.pictures.raster.Pieces;

/**
 * What see-through parts of a picture are laid on.
 *
 * @param colour RGB without alpha; −1 leaves the stored colours and ignores transparency
 */
public record Transparency(int colour) {
  /** Ignores transparency. */
  public static final Transparency IGNORED = new Transparency(-1);

  private static final int SIDE = 256;
  private static final int OPAQUE = 200;
  private static final int CLEAR = 40;
  private static final double EVEN = 30;

  /** What covers more than that share of the picture is a sheet and no ink. */
  private static final double SHEET = 0.65;

  /**
   * The ground for a picture. If what borders on see-through pixels is of one colour and other
   * colours lie within, or it covers most of the picture, that colour is a sheet's or an outline's,
   * and the ground goes on with it. Otherwise all that is visible is ink: dark ink is laid on
   * white, light ink on black.
   */
  public static Transparency of(ColourImage picture) {
    int[] argb = picture.argb();
    Tally rim = new Tally();
    Tally all = new Tally();
    int width = picture.width();
    int reach = Math.max(1, Math.max(width, picture.height()) / 100);
    for (int i = 0; i < argb.length; i++) {
      if (argb[i] >>> 24 >= OPAQUE) {
        all.add(argb[i]);
        if (nearClear(picture, i % width, i / width, reach)) {
          rim.add(argb[i]);
        }
      }
    }
    if (all.count == 0) {
      return faint(argb);
    }
    boolean plain = rim.count > 0 && rim.spread() < EVEN;
    boolean sheet = all.count > SHEET * argb.length && !hasHoles(picture);
    if (plain && (sheet || differing(argb, rim.mean()) > all.count / 100)) {
      return new Transparency(rim.mean());
    }
    return new Transparency(luminance(all.mean()) > 127 ? 0 : 0xFFFFFF);
  }

  /** True if it can be seen through within: then that is the ink. */
  private static boolean hasHoles(ColourImage picture) {
    ColourImage small = picture.within(SIDE);
    boolean[] clear = new boolean[small.argb().length];
    for (int i = 0; i < clear.length; i++) {
      clear[i] = small.argb()[i] >>> 24 < OPAQUE;
    }
    return Pieces.of(clear, small.width(), small.height()).list().stream()
        .anyMatch(
            piece ->
                !piece.touchesEdge(small.width(), small.height())
                    && piece.area() > clear.length / 2000);
  }

  private static Transparency faint(int[] argb) {
    Tally visible = new Tally();
    for (int pixel : argb) {
      if (pixel >>> 24 > 0) {
        visible.add(pixel);
      }
    }
    if (visible.count == 0) {
      // Some programs write 0 for what has no alpha.
      return IGNORED;
    }
    boolean light = luminance(visible.mean()) > 127;
    return new Transparency(light ? 0 : 0xFFFFFF);
  }

  /** The same picture without transparency. */
  public ColourImage laid(ColourImage picture) {
    int[] argb = picture.argb();
    int[] opaque = new int[argb.length];
    for (int i = 0; i < argb.length; i++) {
      int alpha = colour < 0 ? 255 : argb[i] >>> 24;
      opaque[i] =
          0xFF000000
              | blend(argb[i] >> 16, alpha, colour >> 16) << 16
              | blend(argb[i] >> 8, alpha, colour >> 8) << 8
              | blend(argb[i], alpha, colour);
    }
    return new ColourImage(picture.width(), picture.height(), opaque);
  }

  private static int blend(int channel, int alpha, int ground) {
    return ((channel & 0xFF) * alpha + (ground & 0xFF) * (255 - alpha) + 127) / 255;
  }

  private static boolean nearClear(ColourImage picture, int x, int y, int reach) {
    return isClear(picture, x - reach, y)
        || isClear(picture, x + reach, y)
        || isClear(picture, x, y - reach)
        || isClear(picture, x, y + reach);
  }

  private static boolean isClear(ColourImage picture, int x, int y) {
    return x >= 0
        && y >= 0
        && x < picture.width()
        && y < picture.height()
        && picture.argb()[y * picture.width() + x] >>> 24 < CLEAR;
  }

  private static int differing(int[] argb, int colour) {
    int count = 0;
    for (int pixel : argb) {
      if (pixel >>> 24 >= OPAQUE && Math.sqrt(distance(pixel, colour)) > 2 * EVEN) {
        count++;
      }
    }
    return count;
  }

  private static double distance(int a, int b) {
    double sum = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      double apart = (a >> shift & 0xFF) - (b >> shift & 0xFF);
      sum += apart * apart;
    }
    return sum;
  }

  private static int luminance(int rgb) {
    return (299 * (rgb >> 16 & 0xFF) + 587 * (rgb >> 8 & 0xFF) + 114 * (rgb & 0xFF)) / 1000;
  }

  private static final class Tally {
    private final double[] sums = new double[3];
    private double squares;
    private int count;

    void add(int rgb) {
      for (int i = 0; i < 3; i++) {
        int channel = rgb >> 8 * i & 0xFF;
        sums[i] += channel;
        squares += (double) channel * channel;
      }
      count++;
    }

    int mean() {
      int mean = 0;
      for (int i = 0; i < 3; i++) {
        mean |= (int) Math.round(sums[i] / count) << 8 * i;
      }
      return mean;
    }

    /** Root of the summed variances of the channels. */
    double spread() {
      double variance = squares / count;
      for (double sum : sums) {
        variance -= sum / count * (sum / count);
      }
      return Math.sqrt(Math.max(0, variance));
    }
  }
}
