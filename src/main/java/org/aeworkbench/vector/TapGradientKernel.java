package org.aeworkbench.vector;

import static org.aeworkbench.vector.Tiling.LANES;
import static org.aeworkbench.vector.Tiling.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * Weight gradients of convolutions: products of the value that a tap takes and of the gradient of
 * the sum that it goes into, summed over positions. The sums stay vectors, one image a lane.
 *
 * <p>The register tile is 4 taps by 4 output channels: 8 vectors loaded serve 16 multiply-adds. It
 * runs over a band of rows whose gradients stay in the first-level cache while all taps pass.
 */
final class TapGradientKernel {
  /** Taps of a register tile, and output channels. */
  static final int SIDE = 4;

  /** Taps of the register tile for one output channel. */
  static final int SINGLE = 8;

  private TapGradientKernel() {}

  /**
   * Adds to 4×4 sums.
   *
   * @param x the first position in the first input channel
   * @param xStep distance of values of neighbouring positions
   * @param xRow distance of rows of values
   * @param offsets from a position to what its taps take
   * @param first the first of 4 taps
   * @param d the first gradient of the first channel
   * @param d1 distance from the first channel's gradient to the second's, d2 and d3 likewise
   * @param dStep distance of gradients of neighbouring positions
   * @param dRow distance of rows of gradients
   * @param n positions in a row
   * @param rows rows
   * @param acc first of [4 taps][4 channels] vectors of sums
   */
  static void outer(
      float[] m,
      int x,
      int xStep,
      int xRow,
      int[] offsets,
      int first,
      int d,
      int d1,
      int d2,
      int d3,
      int dStep,
      int dRow,
      int n,
      int rows,
      int acc) {
    FloatVector c00 = FloatVector.fromArray(SPECIES, m, acc);
    FloatVector c01 = FloatVector.fromArray(SPECIES, m, acc + LANES);
    FloatVector c02 = FloatVector.fromArray(SPECIES, m, acc + 2 * LANES);
    FloatVector c03 = FloatVector.fromArray(SPECIES, m, acc + 3 * LANES);
    FloatVector c10 = FloatVector.fromArray(SPECIES, m, acc + 4 * LANES);
    FloatVector c11 = FloatVector.fromArray(SPECIES, m, acc + 5 * LANES);
    FloatVector c12 = FloatVector.fromArray(SPECIES, m, acc + 6 * LANES);
    FloatVector c13 = FloatVector.fromArray(SPECIES, m, acc + 7 * LANES);
    FloatVector c20 = FloatVector.fromArray(SPECIES, m, acc + 8 * LANES);
    FloatVector c21 = FloatVector.fromArray(SPECIES, m, acc + 9 * LANES);
    FloatVector c22 = FloatVector.fromArray(SPECIES, m, acc + 10 * LANES);
    FloatVector c23 = FloatVector.fromArray(SPECIES, m, acc + 11 * LANES);
    FloatVector c30 = FloatVector.fromArray(SPECIES, m, acc + 12 * LANES);
    FloatVector c31 = FloatVector.fromArray(SPECIES, m, acc + 13 * LANES);
    FloatVector c32 = FloatVector.fromArray(SPECIES, m, acc + 14 * LANES);
    FloatVector c33 = FloatVector.fromArray(SPECIES, m, acc + 15 * LANES);
    int x0 = x + offsets[first];
    int x1 = x + offsets[first + 1];
    int x2 = x + offsets[first + 2];
    int x3 = x + offsets[first + 3];
    for (int r = 0, p = 0, q = d; r < rows; r++, p += xRow, q += dRow) {
      for (int i = 0, px = p, pd = q; i < n; i++, px += xStep, pd += dStep) {
        FloatVector g0 = FloatVector.fromArray(SPECIES, m, pd);
        FloatVector g1 = FloatVector.fromArray(SPECIES, m, pd + d1);
        FloatVector g2 = FloatVector.fromArray(SPECIES, m, pd + d2);
        FloatVector g3 = FloatVector.fromArray(SPECIES, m, pd + d3);
        FloatVector v = FloatVector.fromArray(SPECIES, m, x0 + px);
        c00 = v.fma(g0, c00);
        c01 = v.fma(g1, c01);
        c02 = v.fma(g2, c02);
        c03 = v.fma(g3, c03);
        v = FloatVector.fromArray(SPECIES, m, x1 + px);
        c10 = v.fma(g0, c10);
        c11 = v.fma(g1, c11);
        c12 = v.fma(g2, c12);
        c13 = v.fma(g3, c13);
        v = FloatVector.fromArray(SPECIES, m, x2 + px);
        c20 = v.fma(g0, c20);
        c21 = v.fma(g1, c21);
        c22 = v.fma(g2, c22);
        c23 = v.fma(g3, c23);
        v = FloatVector.fromArray(SPECIES, m, x3 + px);
        c30 = v.fma(g0, c30);
        c31 = v.fma(g1, c31);
        c32 = v.fma(g2, c32);
        c33 = v.fma(g3, c33);
      }
    }
    c00.intoArray(m, acc);
    c01.intoArray(m, acc + LANES);
    c02.intoArray(m, acc + 2 * LANES);
    c03.intoArray(m, acc + 3 * LANES);
    c10.intoArray(m, acc + 4 * LANES);
    c11.intoArray(m, acc + 5 * LANES);
    c12.intoArray(m, acc + 6 * LANES);
    c13.intoArray(m, acc + 7 * LANES);
    c20.intoArray(m, acc + 8 * LANES);
    c21.intoArray(m, acc + 9 * LANES);
    c22.intoArray(m, acc + 10 * LANES);
    c23.intoArray(m, acc + 11 * LANES);
    c30.intoArray(m, acc + 12 * LANES);
    c31.intoArray(m, acc + 13 * LANES);
    c32.intoArray(m, acc + 14 * LANES);
    c33.intoArray(m, acc + 15 * LANES);
  }

  /**
   * Adds to 8 sums of one output channel, for 8 taps; the parameters are those of {@link #outer}.
   */
  static void single(
      float[] m,
      int x,
      int xStep,
      int xRow,
      int[] offsets,
      int first,
      int d,
      int dStep,
      int dRow,
      int n,
      int rows,
      int acc) {
    FloatVector c0 = FloatVector.fromArray(SPECIES, m, acc);
    FloatVector c1 = FloatVector.fromArray(SPECIES, m, acc + LANES);
    FloatVector c2 = FloatVector.fromArray(SPECIES, m, acc + 2 * LANES);
    FloatVector c3 = FloatVector.fromArray(SPECIES, m, acc + 3 * LANES);
    FloatVector c4 = FloatVector.fromArray(SPECIES, m, acc + 4 * LANES);
    FloatVector c5 = FloatVector.fromArray(SPECIES, m, acc + 5 * LANES);
    FloatVector c6 = FloatVector.fromArray(SPECIES, m, acc + 6 * LANES);
    FloatVector c7 = FloatVector.fromArray(SPECIES, m, acc + 7 * LANES);
    int x0 = x + offsets[first];
    int x1 = x + offsets[first + 1];
    int x2 = x + offsets[first + 2];
    int x3 = x + offsets[first + 3];
    int x4 = x + offsets[first + 4];
    int x5 = x + offsets[first + 5];
    int x6 = x + offsets[first + 6];
    int x7 = x + offsets[first + 7];
    for (int r = 0, p = 0, q = d; r < rows; r++, p += xRow, q += dRow) {
      for (int i = 0, px = p, pd = q; i < n; i++, px += xStep, pd += dStep) {
        FloatVector g = FloatVector.fromArray(SPECIES, m, pd);
        c0 = FloatVector.fromArray(SPECIES, m, x0 + px).fma(g, c0);
        c1 = FloatVector.fromArray(SPECIES, m, x1 + px).fma(g, c1);
        c2 = FloatVector.fromArray(SPECIES, m, x2 + px).fma(g, c2);
        c3 = FloatVector.fromArray(SPECIES, m, x3 + px).fma(g, c3);
        c4 = FloatVector.fromArray(SPECIES, m, x4 + px).fma(g, c4);
        c5 = FloatVector.fromArray(SPECIES, m, x5 + px).fma(g, c5);
        c6 = FloatVector.fromArray(SPECIES, m, x6 + px).fma(g, c6);
        c7 = FloatVector.fromArray(SPECIES, m, x7 + px).fma(g, c7);
      }
    }
    c0.intoArray(m, acc);
    c1.intoArray(m, acc + LANES);
    c2.intoArray(m, acc + 2 * LANES);
    c3.intoArray(m, acc + 3 * LANES);
    c4.intoArray(m, acc + 4 * LANES);
    c5.intoArray(m, acc + 5 * LANES);
    c6.intoArray(m, acc + 6 * LANES);
    c7.intoArray(m, acc + 7 * LANES);
  }
}
