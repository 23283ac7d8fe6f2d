package org.aeworkbench.pictures.raster;

import java.util.Arrays;

/** The median of a square around each pixel, by a sliding histogram (Huang 1979). */
public final class MedianFilter {
  private static final int LEVELS = 256;

  private MedianFilter() {}

  /** Values are rounded to 1/255; beyond the edge the square is smaller. */
  public static GreyImage of(GreyImage image, int radius) {
    int width = image.width();
    int height = image.height();
    int[] levels = new int[width * height];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = Math.clamp(Math.round(image.values()[i] * (LEVELS - 1)), 0, LEVELS - 1);
    }
    float[] medians = new float[levels.length];
    int[] histogram = new int[LEVELS];
    for (int y = 0; y < height; y++) {
      int top = Math.max(0, y - radius);
      int bottom = Math.min(height, y + radius + 1);
      Arrays.fill(histogram, 0);
      int columns = Math.min(radius, width);
      for (int x = 0; x < columns; x++) {
        add(levels, width, x, top, bottom, histogram, 1);
      }
      for (int x = 0; x < width; x++) {
        if (x + radius < width) {
          add(levels, width, x + radius, top, bottom, histogram, 1);
          columns++;
        }
        if (x > radius) {
          add(levels, width, x - radius - 1, top, bottom, histogram, -1);
          columns--;
        }
        medians[y * width + x] = median(histogram, columns * (bottom - top));
      }
    }
    return image.with(medians);
  }

  private static void add(
      int[] levels, int width, int x, int top, int bottom, int[] histogram, int sign) {
    for (int y = top; y < bottom; y++) {
      histogram[levels[y * width + x]] += sign;
    }
  }

  private static float median(int[] histogram, int count) {
    int level = 0;
    for (int below = histogram[0]; 2 * below < count; below += histogram[level]) {
      level++;
    }
    return level / (float) (LEVELS - 1);
  }
}
