package org.aeworkbench.vector;

import static org.aeworkbench.vector.Tiling.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * {@link TapKernel} for an output of one map, where a tile of 8 channels would compute 7 for
 * nothing: one channel at 8 positions.
 */
final class SingleTapKernel {
  /** Positions of the register tile, and the fewest of a row. */
  static final int POSITIONS = 8;

  private SingleTapKernel() {}

  /**
   * One output channel along a row; where the row is no multiple of 8 the last tile overlaps the
   * one before.
   *
   * @param weights first of [n] weights; the other parameters are those of {@link TapKernel#row}
   * @param positions 8 or more
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
      int positions) {
    for (int x = 0; x < positions; x += POSITIONS) {
      int p = Math.min(x, positions - POSITIONS);
      positions8(m, in + p * step, step, offsets, n, weights, out + p * outStep, outStep);
    }
  }

  private static void positions8(
      float[] m, int in, int step, int[] offsets, int n, int weights, int out, int outStep) {
    FloatVector zero = FloatVector.zero(SPECIES);
    FloatVector c0 = zero, c1 = zero, c2 = zero, c3 = zero;
    FloatVector c4 = zero, c5 = zero, c6 = zero, c7 = zero;
    for (int t = 0; t < n; t++) {
      int at = in + offsets[t];
      FloatVector f = FloatVector.broadcast(SPECIES, m[weights + t]);
      c0 = FloatVector.fromArray(SPECIES, m, at).fma(f, c0);
      c1 = FloatVector.fromArray(SPECIES, m, at + step).fma(f, c1);
      c2 = FloatVector.fromArray(SPECIES, m, at + 2 * step).fma(f, c2);
      c3 = FloatVector.fromArray(SPECIES, m, at + 3 * step).fma(f, c3);
      c4 = FloatVector.fromArray(SPECIES, m, at + 4 * step).fma(f, c4);
      c5 = FloatVector.fromArray(SPECIES, m, at + 5 * step).fma(f, c5);
      c6 = FloatVector.fromArray(SPECIES, m, at + 6 * step).fma(f, c6);
      c7 = FloatVector.fromArray(SPECIES, m, at + 7 * step).fma(f, c7);
    }
    c0.intoArray(m, out);
    c1.intoArray(m, out + outStep);
    c2.intoArray(m, out + 2 * outStep);
    c3.intoArray(m, out + 3 * outStep);
    c4.intoArray(m, out + 4 * outStep);
    c5.intoArray(m, out + 5 * outStep);
    c6.intoArray(m, out + 6 * outStep);
    c7.intoArray(m, out + 7 * outStep);
  }
}
