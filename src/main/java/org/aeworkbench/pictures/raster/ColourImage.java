package org.aeworkbench.pictures.raster;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.util.Arrays;

/**
 * A colour image.
 *
 * @param width at least 1
 * @param height at least 1
 * @param argb row-major, 8 bits a channel, not to be written to
 */
public record ColourImage(int width, int height, int[] argb) {
  /** Bytes as numbers in 0…1. */
  private static final float[] LEVELS = new float[256];

  static {
    for (int i = 0; i < LEVELS.length; i++) {
      LEVELS[i] = i / 255f;
    }
  }

  /** Part of a picture, every pixel the mean over a square of it. */
  public static ColourImage of(BufferedImage picture, Box region, int square) {
    int width = Math.max(1, region.width() / square);
    int height = Math.max(1, region.height() / square);
    int[] argb = new int[width * height];
    int used = Math.min(region.width(), width * square);
    int[] row = new int[used];
    long[] sums = new long[4 * width];
    for (int y = 0; y < height; y++) {
      int last = Math.min(region.height(), (y + 1) * square);
      for (int line = y * square; line < last; line++) {
        read(picture, region.left(), region.top() + line, row);
        if (square == 1) {
          System.arraycopy(row, 0, argb, y * width, width);
        } else {
          add(row, square, sums);
        }
      }
      if (square > 1) {
        int rows = last - y * square;
        for (int x = 0; x < width; x++) {
          int columns = Math.min(used, (x + 1) * square) - x * square;
          argb[y * width + x] = mean(sums, 4 * x, rows * columns);
        }
        Arrays.fill(sums, 0);
      }
    }
    return new ColourImage(width, height, argb);
  }

  /** The square of which a pixel has to be the mean, that no side is longer than given. */
  public static int square(int width, int height, int side) {
    return Math.max(1, (Math.max(width, height) + side - 1) / side);
  }

  private static void read(BufferedImage picture, int left, int y, int[] row) {
    switch (picture.getType()) {
      case BufferedImage.TYPE_INT_ARGB ->
          picture.getRaster().getDataElements(left, y, row.length, 1, row);
      case BufferedImage.TYPE_INT_RGB -> {
        picture.getRaster().getDataElements(left, y, row.length, 1, row);
        for (int x = 0; x < row.length; x++) {
          row[x] |= 0xFF000000;
        }
      }
      default -> {
        if (isGrey(picture.getColorModel())) {
          readGrey(picture, left, y, row);
        } else {
          picture.getRGB(left, y, row.length, 1, row, 0, row.length);
        }
      }
    }
  }

  private static boolean isGrey(ColorModel colours) {
    return colours.getColorSpace().getType() == ColorSpace.TYPE_GRAY
        && !(colours instanceof IndexColorModel);
  }

  // Java takes grey samples for linear light and brightens them when it is asked for colours (127
  // becomes 187); every other program takes them for what a screen shows.
  private static void readGrey(BufferedImage picture, int left, int y, int[] row) {
    Raster samples = picture.getRaster();
    int bits = picture.getColorModel().getComponentSize(0);
    boolean alpha = picture.getColorModel().hasAlpha();
    for (int x = 0; x < row.length; x++) {
      int grey = eightBits(samples.getSample(left + x, y, 0), bits);
      int opacity = alpha ? eightBits(samples.getSample(left + x, y, 1), bits) : 255;
      row[x] = opacity << 24 | grey << 16 | grey << 8 | grey;
    }
  }

  private static int eightBits(int sample, int bits) {
    return bits == 8 ? sample : (int) (sample * 255L / ((1L << bits) - 1));
  }

  // Colours weighed by opacity: what is transparent has no colour.
  private static void add(int[] row, int square, long[] sums) {
    int column = 0;
    int left = square;
    for (int pixel : row) {
      int alpha = pixel >>> 24;
      sums[column] += alpha;
      sums[column + 1] += (long) alpha * (pixel >> 16 & 0xFF);
      sums[column + 2] += (long) alpha * (pixel >> 8 & 0xFF);
      sums[column + 3] += (long) alpha * (pixel & 0xFF);
      if (--left == 0) {
        left = square;
        column = Math.min(column + 4, sums.length - 4);
      }
    }
  }

  private static int mean(long[] sums, int at, int count) {
    long alpha = sums[at];
    if (alpha == 0) {
      return 0;
    }
    return (int) ((alpha + count / 2) / count) << 24
        | (int) ((sums[at + 1] + alpha / 2) / alpha) << 16
        | (int) ((sums[at + 2] + alpha / 2) / alpha) << 8
        | (int) ((sums[at + 3] + alpha / 2) / alpha);
  }

  /** The mean over squares, so that no side is longer than given. */
  public ColourImage within(int side) {
    int square = square(width, height, side);
    return square == 1 ? this : of(toPicture(), Box.of(width, height), square);
  }

  /** A rectangle of it. */
  public ColourImage part(Box box) {
    int[] part = new int[box.width() * box.height()];
    for (int y = 0; y < box.height(); y++) {
      System.arraycopy(
          argb, (box.top() + y) * width + box.left(), part, y * box.width(), box.width());
    }
    return new ColourImage(box.width(), box.height(), part);
  }

  /** One channel in 0…1. */
  public GreyImage channel(int shift) {
    float[] values = new float[argb.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = LEVELS[argb[i] >> shift & 0xFF];
    }
    return new GreyImage(width, height, values);
  }

  /** True if nothing can be seen through it. */
  public boolean isOpaque() {
    for (int pixel : argb) {
      if (pixel >>> 24 != 0xFF) {
        return false;
      }
    }
    return true;
  }

  /** True if red, green and blue are the same everywhere. */
  public boolean isGrey() {
    for (int pixel : argb) {
      if ((pixel & 0xFF) != (pixel >> 8 & 0xFF) || (pixel & 0xFF) != (pixel >> 16 & 0xFF)) {
        return false;
      }
    }
    return true;
  }

  /** As a picture. */
  public BufferedImage toPicture() {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    picture.getRaster().setDataElements(0, 0, width, height, argb);
    return picture;
  }
}
