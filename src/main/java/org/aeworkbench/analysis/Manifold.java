package org.aeworkbench.analysis;

/**
 * Codes over the plane of two numbers of a variational code, as dense where the distribution is: at
 * equal shares of N(0, 1) along each axis (Kingma and Welling 2014, appendix A).
 */
public final class Manifold {
  /** Codes along an axis that are usual. */
  public static final int SIDE = 20;

  private Manifold() {}

  /**
   * The codes row by row from the top; the first axis grows to the right, the second upwards.
   *
   * @param start the other numbers of all codes; not changed
   * @param across number that differs along a row
   * @param up number that differs along a column
   * @param side codes along an axis, 1 or more
   */
  public static float[][] codes(float[] start, int across, int up, int side) {
    float[][] codes = new float[side * side][];
    for (int row = 0; row < side; row++) {
      for (int column = 0; column < side; column++) {
        float[] code = start.clone();
        code[across] = value(column, side);
        code[up] = value(side - 1 - row, side);
        codes[row * side + column] = code;
      }
    }
    return codes;
  }

  private static float value(int step, int side) {
    return (float) NormalDistribution.quantile((step + 0.5) / side);
  }
}
