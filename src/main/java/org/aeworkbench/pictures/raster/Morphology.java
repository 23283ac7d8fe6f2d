package org.aeworkbench.pictures.raster;

import java.util.Arrays;

/** Grey morphology with a square (Serra 1982), in a time that does not depend on its size. */
public final class Morphology {
  private Morphology() {}

  /**
   * Fills what is dark and narrower than the square: the light ground under dark strokes. The
   * square may stand partly beyond the edge, so that a ramp of light stays what it is up to the
   * edge.
   */
  public static GreyImage closing(GreyImage image, int side) {
    return closed(image, side / 2, 1);
  }

  /** Levels what is light and narrower than the square: the dark ground under light strokes. */
  public static GreyImage opening(GreyImage image, int side) {
    return closed(image, side / 2, -1);
  }

  /** The highest value within a square of 2 · radius + 1. */
  public static GreyImage dilated(GreyImage image, int radius) {
    return filtered(image, radius, 1);
  }

  /** The lowest value within a square of 2 · radius + 1. */
  public static GreyImage eroded(GreyImage image, int radius) {
    return filtered(image, radius, -1);
  }

  private static GreyImage closed(GreyImage image, int radius, int sign) {
    int width = image.width();
    int height = image.height();
    int wide = width + 2 * radius;
    int high = height + 2 * radius;
    float[] padded = new float[wide * high];
    Arrays.fill(padded, sign * Float.NEGATIVE_INFINITY);
    for (int y = 0; y < height; y++) {
      System.arraycopy(image.values(), y * width, padded, (y + radius) * wide + radius, width);
    }
    GreyImage grown = filtered(new GreyImage(wide, high, padded), radius, sign);
    return filtered(grown, radius, -sign)
        .part(new Box(radius, radius, radius + width, radius + height));
  }

  private static GreyImage filtered(GreyImage image, int radius, int sign) {
    int width = image.width();
    int height = image.height();
    float[] rows = rows(image.values(), width, height, radius, sign);
    float[] turned = Resampling.transposed(rows, width, height);
    float[] both = rows(turned, height, width, radius, sign);
    return image.with(Resampling.transposed(both, height, width));
  }

  /** Highest (sign 1) or lowest value of a sliding window, by a queue of falling values. */
  private static float[] rows(float[] values, int width, int height, int radius, int sign) {
    float[] result = new float[values.length];
    int[] queue = new int[width];
    for (int y = 0; y < height; y++) {
      int row = y * width;
      int head = 0;
      int tail = 0;
      int next = 0;
      for (int x = 0; x < width; x++) {
        for (int end = Math.min(width - 1, x + radius); next <= end; next++) {
          float value = sign * values[row + next];
          while (tail > head && sign * values[row + queue[tail - 1]] <= value) {
            tail--;
          }
          queue[tail++] = next;
        }
        while (queue[head] < x - radius) {
          head++;
        }
        result[row + x] = values[row + queue[head]];
      }
    }
    return result;
  }
}
