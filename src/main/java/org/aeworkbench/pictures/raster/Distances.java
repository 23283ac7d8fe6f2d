package org.aeworkbench.pictures.raster;

import java.util.Arrays;

/** Euclidean distances in a mask (Felzenszwalb and Huttenlocher 2012), in linear time. */
public final class Distances {
  private static final float FAR = 1e12f;

  private Distances() {}

  /**
   * The distance of each pixel's centre to that of the nearest one that is set.
   *
   * @return 0 at pixels that are set; huge if none is
   */
  public static float[] toSet(boolean[] mask, int width, int height) {
    float[] squares = new float[mask.length];
    for (int i = 0; i < squares.length; i++) {
      squares[i] = mask[i] ? 0 : FAR;
    }
    squares = Resampling.transposed(squares, width, height);
    rows(squares, height, width);
    squares = Resampling.transposed(squares, height, width);
    rows(squares, width, height);
    for (int i = 0; i < squares.length; i++) {
      squares[i] = (float) Math.sqrt(squares[i]);
    }
    return squares;
  }

  /** The same to the nearest one that is not set. */
  public static float[] toUnset(boolean[] mask, int width, int height) {
    boolean[] unset = new boolean[mask.length];
    for (int i = 0; i < unset.length; i++) {
      unset[i] = !mask[i];
    }
    return toSet(unset, width, height);
  }

  // The lower envelope of parabolas that stand on the pixels of a row.
  private static void rows(float[] squares, int width, int height) {
    int[] feet = new int[width];
    double[] starts = new double[width + 1];
    float[] row = new float[width];
    for (int y = 0; y < height; y++) {
      System.arraycopy(squares, y * width, row, 0, width);
      int last = -1;
      for (int x = 0; x < width; x++) {
        if (row[x] >= FAR) {
          continue;
        }
        double start = Double.NEGATIVE_INFINITY;
        while (last >= 0) {
          int foot = feet[last];
          start = (row[x] - row[foot] + (double) x * x - (double) foot * foot) / (2.0 * (x - foot));
          if (start > starts[last]) {
            break;
          }
          last--;
          start = Double.NEGATIVE_INFINITY;
        }
        last++;
        feet[last] = x;
        starts[last] = start;
      }
      if (last < 0) {
        Arrays.fill(squares, y * width, (y + 1) * width, FAR);
        continue;
      }
      int at = 0;
      for (int x = 0; x < width; x++) {
        while (at < last && starts[at + 1] <= x) {
          at++;
        }
        float apart = x - feet[at];
        squares[y * width + x] = apart * apart + row[feet[at]];
      }
    }
  }
}
