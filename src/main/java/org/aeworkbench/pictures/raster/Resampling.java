package org.aeworkbench.pictures.raster;

/** Changes the size of grey images; the same size is an exact copy. */
public final class Resampling {
  /**
   * What is left out on both sides of what a new pixel covers, if that is much. A digit that had
   * been enlarged smoothly comes back as it was: the mean over all of it would smooth it once more.
   */
  private static final double INSET = 0.15;

  private static final double MUCH = 2.5;

  private Resampling() {}

  /**
   * Every row at a new width: the mean over the middle of what a pixel covers, or linear if it gets
   * longer.
   */
  public static float[] rows(float[] values, int width, int height, int newWidth) {
    float[] scaled = new float[newWidth * height];
    for (int x = 0; x < newWidth; x++) {
      if (newWidth <= width) {
        average(values, width, height, x, scaled, newWidth);
      } else {
        interpolate(values, width, height, x, scaled, newWidth);
      }
    }
    return scaled;
  }

  /** Rows become columns. */
  public static float[] transposed(float[] values, int width, int height) {
    float[] transposed = new float[values.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        transposed[x * height + y] = values[y * width + x];
      }
    }
    return transposed;
  }

  /** The mean of a square of 2 · radius + 1 around each pixel, smaller at the edge. */
  public static GreyImage boxMean(GreyImage image, int radius) {
    int width = image.width();
    int height = image.height();
    float[] rows = means(image.values(), width, height, radius);
    float[] turned = transposed(rows, width, height);
    return image.with(transposed(means(turned, height, width, radius), height, width));
  }

  private static float[] means(float[] values, int width, int height, int radius) {
    float[] means = new float[values.length];
    for (int y = 0; y < height; y++) {
      int row = y * width;
      double sum = 0;
      int from = 0;
      int to = 0;
      for (int x = 0; x < width; x++) {
        for (int end = Math.min(width, x + radius + 1); to < end; to++) {
          sum += values[row + to];
        }
        for (; from < x - radius; from++) {
          sum -= values[row + from];
        }
        means[row + x] = (float) (sum / (to - from));
      }
    }
    return means;
  }

  private static void average(
      float[] values, int width, int height, int x, float[] scaled, int newWidth) {
    double inset = width > MUCH * newWidth ? INSET : 0;
    double from = (x + inset) * width / newWidth;
    double to = (x + 1 - inset) * width / newWidth;
    int first = (int) from;
    int last = Math.min(width - 1, (int) Math.ceil(to) - 1);
    for (int y = 0; y < height; y++) {
      double sum = 0;
      for (int i = first; i <= last; i++) {
        double covered = Math.min(i + 1, to) - Math.max(i, from);
        sum += covered * values[y * width + i];
      }
      scaled[y * newWidth + x] = (float) (sum / (to - from));
    }
  }

  private static void interpolate(
      float[] values, int width, int height, int x, float[] scaled, int newWidth) {
    double position = Math.clamp((x + 0.5) * width / newWidth - 0.5, 0.0, width - 1.0);
    int left = (int) position;
    int right = Math.min(width - 1, left + 1);
    float share = (float) (position - left);
    for (int y = 0; y < height; y++) {
      scaled[y * newWidth + x] =
          (1 - share) * values[y * width + left] + share * values[y * width + right];
    }
  }
}
