package org.aeworkbench.vector;

import static org.aeworkbench.vector.Tiling.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * Weighted sums of values at a table of distances: what a 3×3 convolution, the four 2×2 ones that
 * follow an upsampling, and the input gradients of both have in common.
 *
 * <p>Layout [channel][y][x][image]: a vector is one position of one channel of a whole tile of
 * images. The register tile is 8 output channels by 3 positions, so that each value loaded serves 8
 * multiply-adds and each weight broadcast serves 3. The table holds the distance from a position to
 * the value of each input channel and tap, in the order of the weights.
 */
final class TapKernel {
  private static final int CHANNELS = Tiling.ROWS;

  private TapKernel() {}

  /**
   * 8 output channels along a row of positions.
   *
   * @param in the first position in the first input channel
   * @param step distance of positions
   * @param offsets from a position to what its taps take
   * @param n taps of all input channels
   * @param weights first of [n][8] weights
   * @param out first result
   * @param outStep distance of results of neighbouring positions
   * @param outChannel distance of results of neighbouring channels
   * @param positions 1 or more
   */
  static void row(
      float[] m,
      int in,
      int step,
      int[] offsets,
      int n,
      int weights,
      int out,
      int outStep,
      int outChannel,
      int positions) {
    for (int left = positions, p = in, to = out; left > 0; ) {
      int width = Tiling.nextWidth(left);
      switch (width) {
        case 3 -> positions3(m, p, step, offsets, n, weights, to, outStep, outChannel);
        case 2 -> positions2(m, p, step, offsets, n, weights, to, outStep, outChannel);
        default -> positions1(m, p, step, offsets, n, weights, to, outStep, outChannel);
      }
      left -= width;
      p += width * step;
      to += width * outStep;
    }
  }

  private static void positions3(
      float[] m,
      int in,
      int step,
      int[] offsets,
      int n,
      int weights,
      int out,
      int outStep,
      int outChannel) {
    FloatVector zero = FloatVector.zero(SPECIES);
    FloatVector c00 = zero, c01 = zero, c02 = zero;
    FloatVector c10 = zero, c11 = zero, c12 = zero;
    FloatVector c20 = zero, c21 = zero, c22 = zero;
    FloatVector c30 = zero, c31 = zero, c32 = zero;
    FloatVector c40 = zero, c41 = zero, c42 = zero;
    FloatVector c50 = zero, c51 = zero, c52 = zero;
    FloatVector c60 = zero, c61 = zero, c62 = zero;
    FloatVector c70 = zero, c71 = zero, c72 = zero;
    for (int t = 0, w = weights; t < n; t++, w += CHANNELS) {
      int at = in + offsets[t];
      FloatVector x0 = FloatVector.fromArray(SPECIES, m, at);
      FloatVector x1 = FloatVector.fromArray(SPECIES, m, at + step);
      FloatVector x2 = FloatVector.fromArray(SPECIES, m, at + 2 * step);
      FloatVector f = FloatVector.broadcast(SPECIES, m[w]);
      c00 = f.fma(x0, c00);
      c01 = f.fma(x1, c01);
      c02 = f.fma(x2, c02);
      f = FloatVector.broadcast(SPECIES, m[w + 1]);
      c10 = f.fma(x0, c10);
      c11 = f.fma(x1, c11);
      c12 = f.fma(x2, c12);
      f = FloatVector.broadcast(SPECIES, m[w + 2]);
      c20 = f.fma(x0, c20);
      c21 = f.fma(x1, c21);
      c22 = f.fma(x2, c22);
      f = FloatVector.broadcast(SPECIES, m[w + 3]);
      c30 = f.fma(x0, c30);
      c31 = f.fma(x1, c31);
      c32 = f.fma(x2, c32);
      f = FloatVector.broadcast(SPECIES, m[w + 4]);
      c40 = f.fma(x0, c40);
      c41 = f.fma(x1, c41);
      c42 = f.fma(x2, c42);
      f = FloatVector.broadcast(SPECIES, m[w + 5]);
      c50 = f.fma(x0, c50);
      c51 = f.fma(x1, c51);
      c52 = f.fma(x2, c52);
      f = FloatVector.broadcast(SPECIES, m[w + 6]);
      c60 = f.fma(x0, c60);
      c61 = f.fma(x1, c61);
      c62 = f.fma(x2, c62);
      f = FloatVector.broadcast(SPECIES, m[w + 7]);
      c70 = f.fma(x0, c70);
      c71 = f.fma(x1, c71);
      c72 = f.fma(x2, c72);
    }
    int to = out;
    c00.intoArray(m, to);
    c01.intoArray(m, to + outStep);
    c02.intoArray(m, to + 2 * outStep);
    to += outChannel;
    c10.intoArray(m, to);
    c11.intoArray(m, to + outStep);
    c12.intoArray(m, to + 2 * outStep);
    to += outChannel;
    c20.intoArray(m, to);
    c21.intoArray(m, to + outStep);
    c22.intoArray(m, to + 2 * outStep);
    to += outChannel;
    c30.intoArray(m, to);
    c31.intoArray(m, to + outStep);
    c32.intoArray(m, to + 2 * outStep);
    to += outChannel;
    c40.intoArray(m, to);
    c41.intoArray(m, to + outStep);
    c42.intoArray(m, to + 2 * outStep);
    to += outChannel;
    c50.intoArray(m, to);
    c51.intoArray(m, to + outStep);
    c52.intoArray(m, to + 2 * outStep);
    to += outChannel;
    c60.intoArray(m, to);
    c61.intoArray(m, to + outStep);
    c62.intoArray(m, to + 2 * outStep);
    to += outChannel;
    c70.intoArray(m, to);
    c71.intoArray(m, to + outStep);
    c72.intoArray(m, to + 2 * outStep);
  }

  private static void positions2(
      float[] m,
      int in,
      int step,
      int[] offsets,
      int n,
      int weights,
      int out,
      int outStep,
      int outChannel) {
    FloatVector zero = FloatVector.zero(SPECIES);
    FloatVector c00 = zero, c01 = zero;
    FloatVector c10 = zero, c11 = zero;
    FloatVector c20 = zero, c21 = zero;
    FloatVector c30 = zero, c31 = zero;
    FloatVector c40 = zero, c41 = zero;
    FloatVector c50 = zero, c51 = zero;
    FloatVector c60 = zero, c61 = zero;
    FloatVector c70 = zero, c71 = zero;
    for (int t = 0, w = weights; t < n; t++, w += CHANNELS) {
      int at = in + offsets[t];
      FloatVector x0 = FloatVector.fromArray(SPECIES, m, at);
      FloatVector x1 = FloatVector.fromArray(SPECIES, m, at + step);
      FloatVector f = FloatVector.broadcast(SPECIES, m[w]);
      c00 = f.fma(x0, c00);
      c01 = f.fma(x1, c01);
      f = FloatVector.broadcast(SPECIES, m[w + 1]);
      c10 = f.fma(x0, c10);
      c11 = f.fma(x1, c11);
      f = FloatVector.broadcast(SPECIES, m[w + 2]);
      c20 = f.fma(x0, c20);
      c21 = f.fma(x1, c21);
      f = FloatVector.broadcast(SPECIES, m[w + 3]);
      c30 = f.fma(x0, c30);
      c31 = f.fma(x1, c31);
      f = FloatVector.broadcast(SPECIES, m[w + 4]);
      c40 = f.fma(x0, c40);
      c41 = f.fma(x1, c41);
      f = FloatVector.broadcast(SPECIES, m[w + 5]);
      c50 = f.fma(x0, c50);
      c51 = f.fma(x1, c51);
      f = FloatVector.broadcast(SPECIES, m[w + 6]);
      c60 = f.fma(x0, c60);
      c61 = f.fma(x1, c61);
      f = FloatVector.broadcast(SPECIES, m[w + 7]);
      c70 = f.fma(x0, c70);
      c71 = f.fma(x1, c71);
    }
    int to = out;
    c00.intoArray(m, to);
    c01.intoArray(m, to + outStep);
    to += outChannel;
    c10.intoArray(m, to);
    c11.intoArray(m, to + outStep);
    to += outChannel;
    c20.intoArray(m, to);
    c21.intoArray(m, to + outStep);
    to += outChannel;
    c30.intoArray(m, to);
    c31.intoArray(m, to + outStep);
    to += outChannel;
    c40.intoArray(m, to);
    c41.intoArray(m, to + outStep);
    to += outChannel;
    c50.intoArray(m, to);
    c51.intoArray(m, to + outStep);
    to += outChannel;
    c60.intoArray(m, to);
    c61.intoArray(m, to + outStep);
    to += outChannel;
    c70.intoArray(m, to);
    c71.intoArray(m, to + outStep);
  }

  private static void positions1(
      float[] m,
      int in,
      int step,
      int[] offsets,
      int n,
      int weights,
      int out,
      int outStep,
      int outChannel) {
    FloatVector zero = FloatVector.zero(SPECIES);
    FloatVector c00 = zero;
    FloatVector c10 = zero;
    FloatVector c20 = zero;
    FloatVector c30 = zero;
    FloatVector c40 = zero;
    FloatVector c50 = zero;
    FloatVector c60 = zero;
    FloatVector c70 = zero;
    for (int t = 0, w = weights; t < n; t++, w += CHANNELS) {
      int at = in + offsets[t];
      FloatVector x0 = FloatVector.fromArray(SPECIES, m, at);
      FloatVector f = FloatVector.broadcast(SPECIES, m[w]);
      c00 = f.fma(x0, c00);
      f = FloatVector.broadcast(SPECIES, m[w + 1]);
      c10 = f.fma(x0, c10);
      f = FloatVector.broadcast(SPECIES, m[w + 2]);
      c20 = f.fma(x0, c20);
      f = FloatVector.broadcast(SPECIES, m[w + 3]);
      c30 = f.fma(x0, c30);
      f = FloatVector.broadcast(SPECIES, m[w + 4]);
      c40 = f.fma(x0, c40);
      f = FloatVector.broadcast(SPECIES, m[w + 5]);
      c50 = f.fma(x0, c50);
      f = FloatVector.broadcast(SPECIES, m[w + 6]);
      c60 = f.fma(x0, c60);
      f = FloatVector.broadcast(SPECIES, m[w + 7]);
      c70 = f.fma(x0, c70);
    }
    int to = out;
    c00.intoArray(m, to);
    to += outChannel;
    c10.intoArray(m, to);
    to += outChannel;
    c20.intoArray(m, to);
    to += outChannel;
    c30.intoArray(m, to);
    to += outChannel;
    c40.intoArray(m, to);
    to += outChannel;
    c50.intoArray(m, to);
    to += outChannel;
    c60.intoArray(m, to);
    to += outChannel;
    c70.intoArray(m, to);
  }
}
