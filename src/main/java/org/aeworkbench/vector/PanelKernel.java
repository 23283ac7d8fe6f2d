package org.aeworkbench.vector;

import static org.aeworkbench.vector.Tiling.LANES;
import static org.aeworkbench.vector.Tiling.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * Products of panels: 8 neighbouring values of A at a time against the row of B that a list names,
 * which is the weight gradient Xᵀ·D: 8 columns of X, a row of D for each image. The register tile
 * is that of {@link RowsKernel}.
 *
 * <p>Leaving out of the list the images in which all 8 columns are black (61 of 100 on MNIST) was
 * tried and gained nothing: the processor foresees rows in order, and those only.
 */
final class PanelKernel {
  private PanelKernel() {}

  /**
   * C[8][columns] = sum over k of A[k][8] · B[list[first + k]][columns], k from 0 to n - 1.
   *
   * @param a first element of A, groups of 8 at stride {@code step}
   * @param b first element of row 0 of B, rows at stride ldb
   * @param c first element of C, rows at stride ldc
   * @param width vectors, 1 to 3
   */
  static void multiply(
      float[] m,
      int a,
      int step,
      int[] list,
      int first,
      int n,
      int b,
      int ldb,
      int c,
      int ldc,
      int width) {
    switch (width) {
      case 3 -> panel3(m, a, step, list, first, n, b, ldb, c, ldc);
      case 2 -> panel2(m, a, step, list, first, n, b, ldb, c, ldc);
      default -> panel1(m, a, step, list, first, n, b, ldb, c, ldc);
    }
  }

  private static void panel3(
      float[] m, int a, int step, int[] list, int first, int n, int b, int ldb, int c, int ldc) {
    FloatVector zero = FloatVector.zero(SPECIES);
    FloatVector c00 = zero, c01 = zero, c02 = zero;
    FloatVector c10 = zero, c11 = zero, c12 = zero;
    FloatVector c20 = zero, c21 = zero, c22 = zero;
    FloatVector c30 = zero, c31 = zero, c32 = zero;
    FloatVector c40 = zero, c41 = zero, c42 = zero;
    FloatVector c50 = zero, c51 = zero, c52 = zero;
    FloatVector c60 = zero, c61 = zero, c62 = zero;
    FloatVector c70 = zero, c71 = zero, c72 = zero;
    for (int k = 0, at = a; k < n; k++, at += step) {
      int from = b + list[first + k] * ldb;
      FloatVector b0 = FloatVector.fromArray(SPECIES, m, from);
      FloatVector b1 = FloatVector.fromArray(SPECIES, m, from + LANES);
      FloatVector b2 = FloatVector.fromArray(SPECIES, m, from + 2 * LANES);
      FloatVector x = FloatVector.broadcast(SPECIES, m[at]);
      c00 = x.fma(b0, c00);
      c01 = x.fma(b1, c01);
      c02 = x.fma(b2, c02);
      x = FloatVector.broadcast(SPECIES, m[at + 1]);
      c10 = x.fma(b0, c10);
      c11 = x.fma(b1, c11);
      c12 = x.fma(b2, c12);
      x = FloatVector.broadcast(SPECIES, m[at + 2]);
      c20 = x.fma(b0, c20);
      c21 = x.fma(b1, c21);
      c22 = x.fma(b2, c22);
      x = FloatVector.broadcast(SPECIES, m[at + 3]);
      c30 = x.fma(b0, c30);
      c31 = x.fma(b1, c31);
      c32 = x.fma(b2, c32);
      x = FloatVector.broadcast(SPECIES, m[at + 4]);
      c40 = x.fma(b0, c40);
      c41 = x.fma(b1, c41);
      c42 = x.fma(b2, c42);
      x = FloatVector.broadcast(SPECIES, m[at + 5]);
      c50 = x.fma(b0, c50);
      c51 = x.fma(b1, c51);
      c52 = x.fma(b2, c52);
      x = FloatVector.broadcast(SPECIES, m[at + 6]);
      c60 = x.fma(b0, c60);
      c61 = x.fma(b1, c61);
      c62 = x.fma(b2, c62);
      x = FloatVector.broadcast(SPECIES, m[at + 7]);
      c70 = x.fma(b0, c70);
      c71 = x.fma(b1, c71);
      c72 = x.fma(b2, c72);
    }
    int to = c;
    c00.intoArray(m, to);
    c01.intoArray(m, to + LANES);
    c02.intoArray(m, to + 2 * LANES);
    to += ldc;
    c10.intoArray(m, to);
    c11.intoArray(m, to + LANES);
    c12.intoArray(m, to + 2 * LANES);
    to += ldc;
    c20.intoArray(m, to);
    c21.intoArray(m, to + LANES);
    c22.intoArray(m, to + 2 * LANES);
    to += ldc;
    c30.intoArray(m, to);
    c31.intoArray(m, to + LANES);
    c32.intoArray(m, to + 2 * LANES);
    to += ldc;
    c40.intoArray(m, to);
    c41.intoArray(m, to + LANES);
    c42.intoArray(m, to + 2 * LANES);
    to += ldc;
    c50.intoArray(m, to);
    c51.intoArray(m, to + LANES);
    c52.intoArray(m, to + 2 * LANES);
    to += ldc;
    c60.intoArray(m, to);
    c61.intoArray(m, to + LANES);
    c62.intoArray(m, to + 2 * LANES);
    to += ldc;
    c70.intoArray(m, to);
    c71.intoArray(m, to + LANES);
    c72.intoArray(m, to + 2 * LANES);
  }

  private static void panel2(
      float[] m, int a, int step, int[] list, int first, int n, int b, int ldb, int c, int ldc) {
    FloatVector zero = FloatVector.zero(SPECIES);
    FloatVector c00 = zero, c01 = zero;
    FloatVector c10 = zero, c11 = zero;
    FloatVector c20 = zero, c21 = zero;
    FloatVector c30 = zero, c31 = zero;
    FloatVector c40 = zero, c41 = zero;
    FloatVector c50 = zero, c51 = zero;
    FloatVector c60 = zero, c61 = zero;
    FloatVector c70 = zero, c71 = zero;
    for (int k = 0, at = a; k < n; k++, at += step) {
      int from = b + list[first + k] * ldb;
      FloatVector b0 = FloatVector.fromArray(SPECIES, m, from);
      FloatVector b1 = FloatVector.fromArray(SPECIES, m, from + LANES);
      FloatVector x = FloatVector.broadcast(SPECIES, m[at]);
      c00 = x.fma(b0, c00);
      c01 = x.fma(b1, c01);
      x = FloatVector.broadcast(SPECIES, m[at + 1]);
      c10 = x.fma(b0, c10);
      c11 = x.fma(b1, c11);
      x = FloatVector.broadcast(SPECIES, m[at + 2]);
      c20 = x.fma(b0, c20);
      c21 = x.fma(b1, c21);
      x = FloatVector.broadcast(SPECIES, m[at + 3]);
      c30 = x.fma(b0, c30);
      c31 = x.fma(b1, c31);
      x = FloatVector.broadcast(SPECIES, m[at + 4]);
      c40 = x.fma(b0, c40);
      c41 = x.fma(b1, c41);
      x = FloatVector.broadcast(SPECIES, m[at + 5]);
      c50 = x.fma(b0, c50);
      c51 = x.fma(b1, c51);
      x = FloatVector.broadcast(SPECIES, m[at + 6]);
      c60 = x.fma(b0, c60);
      c61 = x.fma(b1, c61);
      x = FloatVector.broadcast(SPECIES, m[at + 7]);
      c70 = x.fma(b0, c70);
      c71 = x.fma(b1, c71);
    }
    int to = c;
    c00.intoArray(m, to);
    c01.intoArray(m, to + LANES);
    to += ldc;
    c10.intoArray(m, to);
    c11.intoArray(m, to + LANES);
    to += ldc;
    c20.intoArray(m, to);
    c21.intoArray(m, to + LANES);
    to += ldc;
    c30.intoArray(m, to);
    c31.intoArray(m, to + LANES);
    to += ldc;
    c40.intoArray(m, to);
    c41.intoArray(m, to + LANES);
    to += ldc;
    c50.intoArray(m, to);
    c51.intoArray(m, to + LANES);
    to += ldc;
    c60.intoArray(m, to);
    c61.intoArray(m, to + LANES);
    to += ldc;
    c70.intoArray(m, to);
    c71.intoArray(m, to + LANES);
  }

  private static void panel1(
      float[] m, int a, int step, int[] list, int first, int n, int b, int ldb, int c, int ldc) {
    FloatVector zero = FloatVector.zero(SPECIES);
    FloatVector c00 = zero;
    FloatVector c10 = zero;
    FloatVector c20 = zero;
    FloatVector c30 = zero;
    FloatVector c40 = zero;
    FloatVector c50 = zero;
    FloatVector c60 = zero;
    FloatVector c70 = zero;
    for (int k = 0, at = a; k < n; k++, at += step) {
      int from = b + list[first + k] * ldb;
      FloatVector b0 = FloatVector.fromArray(SPECIES, m, from);
      FloatVector x = FloatVector.broadcast(SPECIES, m[at]);
      c00 = x.fma(b0, c00);
      x = FloatVector.broadcast(SPECIES, m[at + 1]);
      c10 = x.fma(b0, c10);
      x = FloatVector.broadcast(SPECIES, m[at + 2]);
      c20 = x.fma(b0, c20);
      x = FloatVector.broadcast(SPECIES, m[at + 3]);
      c30 = x.fma(b0, c30);
      x = FloatVector.broadcast(SPECIES, m[at + 4]);
      c40 = x.fma(b0, c40);
      x = FloatVector.broadcast(SPECIES, m[at + 5]);
      c50 = x.fma(b0, c50);
      x = FloatVector.broadcast(SPECIES, m[at + 6]);
      c60 = x.fma(b0, c60);
      x = FloatVector.broadcast(SPECIES, m[at + 7]);
      c70 = x.fma(b0, c70);
    }
    int to = c;
    c00.intoArray(m, to);
    to += ldc;
    c10.intoArray(m, to);
    to += ldc;
    c20.intoArray(m, to);
    to += ldc;
    c30.intoArray(m, to);
    to += ldc;
    c40.intoArray(m, to);
    to += ldc;
    c50.intoArray(m, to);
    to += ldc;
    c60.intoArray(m, to);
    to += ldc;
    c70.intoArray(m, to);
  }
}
