package org.aeworkbench.pictures;

import java.awt.image.BufferedImage;

/** Makes pictures smaller, and tiny ones larger. */
public final class Thumbnails {
  private Thumbnails() {}

  /**
   * The picture in a size to be looked at: smaller as {@link #within}, or every pixel as a square.
   *
   * @param side of the square that it has to fit into, in pixels
   */
  public static BufferedImage fitted(BufferedImage picture, int side) {
    BufferedImage small = within(picture, side);
    int square = side / Math.max(small.getWidth(), small.getHeight());
    if (square < 2) {
      return small;
    }
    int width = small.getWidth() * square;
    BufferedImage large =
        new BufferedImage(width, small.getHeight() * square, BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < large.getHeight(); y++) {
      for (int x = 0; x < width; x++) {
        large.setRGB(x, y, small.getRGB(x / square, y / square));
      }
    }
    return large;
  }

  /**
   * The picture, or the mean over squares of it if a side is too long.
   *
   * @return with transparency exactly if the picture has it
   */
  static BufferedImage within(BufferedImage picture, int side) {
    int longer = Math.max(picture.getWidth(), picture.getHeight());
    int square = (longer + side - 1) / side;
    int type =
        picture.getColorModel().hasAlpha()
            ? BufferedImage.TYPE_INT_ARGB
            : BufferedImage.TYPE_INT_RGB;
    int width = Math.max(1, picture.getWidth() / square);
    int height = Math.max(1, picture.getHeight() / square);
    BufferedImage small = new BufferedImage(width, height, type);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        small.setRGB(x, y, mean(picture, x * square, y * square, square));
      }
    }
    return small;
  }

  // Colours weighed by opacity: what is transparent has no colour.
  private static int mean(BufferedImage picture, int left, int top, int square) {
    if (square == 1) {
      return picture.getRGB(left, top);
    }
    long[] sums = new long[4];
    int count = 0;
    for (int y = top; y < Math.min(top + square, picture.getHeight()); y++) {
      for (int x = left; x < Math.min(left + square, picture.getWidth()); x++) {
        int argb = picture.getRGB(x, y);
        int alpha = argb >>> 24;
        sums[0] += alpha;
        sums[1] += (long) alpha * (argb >> 16 & 0xFF);
        sums[2] += (long) alpha * (argb >> 8 & 0xFF);
        sums[3] += (long) alpha * (argb & 0xFF);
        count++;
      }
    }
    if (sums[0] == 0) {
      return 0;
    }
    return (int) (sums[0] / count) << 24
        | (int) (sums[1] / sums[0]) << 16
        | (int) (sums[2] / sums[0]) << 8
        | (int) (sums[3] / sums[0]);
  }
}
