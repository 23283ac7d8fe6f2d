package org.aeworkbench.pictures.raster;

/**
 * The median of a square around each pixel, by a sliding histogram whose median moves with it
 * (Huang, Yang and Tang 1979).
 */
public final class MedianFilter {
  private static final int LEVELS = 256;

  private final int[] histogram = new int[LEVELS];
  private int count;
  private int median;
  private int below;

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
    for (int y = 0; y < height; y++) {
      int top = Math.max(0, y - radius);
      int bottom = Math.min(height, y + radius + 1);
      MedianFilter window = new MedianFilter();
      for (int x = 0; x < Math.min(radius, width); x++) {
        window.add(levels, width, x, top, bottom, 1);
      }
      for (int x = 0; x < width; x++) {
        if (x + radius < width) {
          window.add(levels, width, x + radius, top, bottom, 1);
        }
        if (x > radius) {
          window.add(levels, width, x - radius - 1, top, bottom, -1);
        }
        medians[y * width + x] = window.median() / (float) (LEVELS - 1);
      }
    }
    return image.with(medians);
  }

  private void add(int[] levels, int width, int x, int top, int bottom, int sign) {
    for (int y = top; y < bottom; y++) {
      int level = levels[y * width + x];
      histogram[level] += sign;
      if (level < median) {
        below += sign;
      }
    }
    count += sign * (bottom - top);
  }

  /** The lowest level that half of the pixels do not exceed. */
  private int median() {
    while (2 * (below + histogram[median]) < count) {
      below += histogram[median++];
    }
    while (median > 0 && 2 * below >= count) {
      below -= histogram[--median];
    }
    return median;
  }
}
