package org.aeworkbench.pictures.raster;

import java.util.Arrays;

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
  static float[] rows(float[] values, int width, int height, int newWidth) {
    Spans spans = Spans.of(width, newWidth);
    float[] scaled = new float[newWidth * height];
    for (int y = 0; y < height; y++) {
      spans.line(values, y * width, scaled, y * newWidth);
    }
    return scaled;
  }

  /** Every column at a new height; see {@link #rows}. */
  static float[] columns(float[] values, int width, int height, int newHeight) {
    Spans spans = Spans.of(height, newHeight);
    float[] scaled = new float[width * newHeight];
    double[] sums = new double[width];
    for (int y = 0; y < newHeight; y++) {
      spans.row(y, values, sums, scaled);
    }
    return scaled;
  }

  /** Rows become columns. */
  static float[] transposed(float[] values, int width, int height) {
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

  /**
   * What old pixels each new one is made of.
   *
   * @param longer true if each lies between two old ones, false if it is the mean of some
   * @param first old pixel of each
   * @param begins where the weights of each begin, and where those of the last end
   * @param weights of the old pixels from the first on; the share of the second of two
   * @param totals what sums are divided by
   */
  private record Spans(
      boolean longer, int[] first, int[] begins, double[] weights, double[] totals) {
    static Spans of(int length, int newLength) {
      boolean longer = newLength > length;
      int most = longer ? 1 : length / newLength + 2;
      Spans spans =
          new Spans(
              longer,
              new int[newLength],
              new int[newLength + 1],
              new double[newLength * most],
              new double[newLength]);
      for (int x = 0; x < newLength; x++) {
        if (longer) {
          spans.interpolate(x, length, newLength);
        } else {
          spans.average(x, length, newLength);
        }
      }
      return spans;
    }

    private void average(int x, int length, int newLength) {
      double inset = length > MUCH * newLength ? INSET : 0;
      double from = (x + inset) * length / newLength;
      double to = (x + 1 - inset) * length / newLength;
      int last = Math.min(length - 1, (int) Math.ceil(to) - 1);
      int at = begins[x];
      first[x] = (int) from;
      for (int i = first[x]; i <= last; i++) {
        weights[at++] = Math.min(i + 1, to) - Math.max(i, from);
      }
      begins[x + 1] = at;
      totals[x] = to - from;
    }

    private void interpolate(int x, int length, int newLength) {
      double position = Math.clamp((x + 0.5) * length / newLength - 0.5, 0.0, length - 1.0);
      first[x] = (int) position;
      weights[x] = (float) (position - first[x]);
      begins[x + 1] = x + 1;
    }

    /** How far the second of two is from the first: there is none behind the last. */
    private int step(int x) {
      return weights[x] == 0 ? 0 : 1;
    }

    /** All new pixels of the line that begins somewhere. */
    void line(float[] values, int begin, float[] scaled, int at) {
      for (int x = 0; x < first.length; x++) {
        int from = begin + first[x];
        if (longer) {
          scaled[at + x] = between(values[from], values[from + step(x)], (float) weights[x]);
        } else {
          double sum = 0;
          for (int i = begins[x]; i < begins[x + 1]; i++) {
            sum += weights[i] * values[from++];
          }
          scaled[at + x] = (float) (sum / totals[x]);
        }
      }
    }

    /**
     * The new line y of lines as long as there are sums.
     *
     * @param sums is written over
     */
    void row(int y, float[] values, double[] sums, float[] scaled) {
      int width = sums.length;
      int row = first[y] * width;
      if (longer) {
        int next = row + step(y) * width;
        for (int x = 0; x < width; x++) {
          scaled[y * width + x] = between(values[row + x], values[next + x], (float) weights[y]);
        }
        return;
      }
      Arrays.fill(sums, 0);
      for (int i = begins[y]; i < begins[y + 1]; i++, row += width) {
        for (int x = 0; x < width; x++) {
          sums[x] += weights[i] * values[row + x];
        }
      }
      for (int x = 0; x < width; x++) {
        scaled[y * width + x] = (float) (sums[x] / totals[y]);
      }
    }

    private static float between(float left, float right, float share) {
      return (1 - share) * left + share * right;
    }
  }
}
