package org.aeworkbench.vector;

import static org.aeworkbench.vector.Tiling.LANES;
import static org.aeworkbench.vector.Tiling.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * Products C = A·B of row-major matrices in one memory, B and C with rows of whole vectors: the
 * forward pass (X·W) and the input gradient (D·Wᵀ) of dense layers.
 *
 * <p>A register tile is 8 rows of C by 1, 2 or 3 vectors: each vector of B that is loaded serves 8
 * multiply-adds, each element of A that is broadcast serves up to 3.
 */
final class RowsKernel {
  private RowsKernel() {}

  /**
   * C[8][columns] = A[8][depth] · B[depth][columns].
   *
   * @param a first element of A, rows at stride lda
   * @param b first element of B, rows at stride ldb
   * @param c first element of C, rows at stride ldc
   * @param columns whole vectors
   */
  static void multiply(
      float[] m, int a, int lda, int b, int ldb, int depth, int c, int ldc, int columns) {
    for (int left = columns / LANES, j = 0; left > 0; ) {
      int width = Tiling.nextWidth(left);
      switch (width) {
        case 3 -> rows3(m, a, lda, b + j, ldb, depth, c + j, ldc);
        case 2 -> rows2(m, a, lda, b + j, ldb, depth, c + j, ldc);
        default -> rows1(m, a, lda, b + j, ldb, depth, c + j, ldc);
      }
      left -= width;
      j += width * LANES;
    }
  }

  private static void rows3(float[] m, int a, int lda, int b, int ldb, int depth, int c, int ldc) {
    FloatVector zero = FloatVector.zero(SPECIES);
    FloatVector c00 = zero, c01 = zero, c02 = zero;
    FloatVector c10 = zero, c11 = zero, c12 = zero;
    FloatVector c20 = zero, c21 = zero, c22 = zero;
    FloatVector c30 = zero, c31 = zero, c32 = zero;
    FloatVector c40 = zero, c41 = zero, c42 = zero;
    FloatVector c50 = zero, c51 = zero, c52 = zero;
    FloatVector c60 = zero, c61 = zero, c62 = zero;
    FloatVector c70 = zero, c71 = zero, c72 = zero;
    int a1 = a + lda;
    int a2 = a + 2 * lda;
    int a3 = a + 3 * lda;
    int a4 = a + 4 * lda;
    int a5 = a + 5 * lda;
    int a6 = a + 6 * lda;
    int a7 = a + 7 * lda;
    for (int k = 0, from = b; k < depth; k++, from += ldb) {
      FloatVector b0 = FloatVector.fromArray(SPECIES, m, from);
      FloatVector b1 = FloatVector.fromArray(SPECIES, m, from + LANES);
      FloatVector b2 = FloatVector.fromArray(SPECIES, m, from + 2 * LANES);
      FloatVector x = FloatVector.broadcast(SPECIES, m[a + k]);
      c00 = x.fma(b0, c00);
      c01 = x.fma(b1, c01);
      c02 = x.fma(b2, c02);
      x = FloatVector.broadcast(SPECIES, m[a1 + k]);
      c10 = x.fma(b0, c10);
      c11 = x.fma(b1, c11);
      c12 = x.fma(b2, c12);
      x = FloatVector.broadcast(SPECIES, m[a2 + k]);
      c20 = x.fma(b0, c20);
      c21 = x.fma(b1, c21);
      c22 = x.fma(b2, c22);
      x = FloatVector.broadcast(SPECIES, m[a3 + k]);
      c30 = x.fma(b0, c30);
      c31 = x.fma(b1, c31);
      c32 = x.fma(b2, c32);
      x = FloatVector.broadcast(SPECIES, m[a4 + k]);
      c40 = x.fma(b0, c40);
      c41 = x.fma(b1, c41);
      c42 = x.fma(b2, c42);
      x = FloatVector.broadcast(SPECIES, m[a5 + k]);
      c50 = x.fma(b0, c50);
      c51 = x.fma(b1, c51);
      c52 = x.fma(b2, c52);
      x = FloatVector.broadcast(SPECIES, m[a6 + k]);
      c60 = x.fma(b0, c60);
      c61 = x.fma(b1, c61);
      c62 = x.fma(b2, c62);
      x = FloatVector.broadcast(SPECIES, m[a7 + k]);
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

  private static void rows2(float[] m, int a, int lda, int b, int ldb, int depth, int c, int ldc) {
    FloatVector zero = FloatVector.zero(SPECIES);
    FloatVector c00 = zero, c01 = zero;
    FloatVector c10 = zero, c11 = zero;
    FloatVector c20 = zero, c21 = zero;
    FloatVector c30 = zero, c31 = zero;
    FloatVector c40 = zero, c41 = zero;
    FloatVector c50 = zero, c51 = zero;
    FloatVector c60 = zero, c61 = zero;
    FloatVector c70 = zero, c71 = zero;
    int a1 = a + lda;
    int a2 = a + 2 * lda;
    int a3 = a + 3 * lda;
    int a4 = a + 4 * lda;
    int a5 = a + 5 * lda;
    int a6 = a + 6 * lda;
    int a7 = a + 7 * lda;
    for (int k = 0, from = b; k < depth; k++, from += ldb) {
      FloatVector b0 = FloatVector.fromArray(SPECIES, m, from);
      FloatVector b1 = FloatVector.fromArray(SPECIES, m, from + LANES);
      FloatVector x = FloatVector.broadcast(SPECIES, m[a + k]);
      c00 = x.fma(b0, c00);
      c01 = x.fma(b1, c01);
      x = FloatVector.broadcast(SPECIES, m[a1 + k]);
      c10 = x.fma(b0, c10);
      c11 = x.fma(b1, c11);
      x = FloatVector.broadcast(SPECIES, m[a2 + k]);
      c20 = x.fma(b0, c20);
      c21 = x.fma(b1, c21);
      x = FloatVector.broadcast(SPECIES, m[a3 + k]);
      c30 = x.fma(b0, c30);
      c31 = x.fma(b1, c31);
      x = FloatVector.broadcast(SPECIES, m[a4 + k]);
      c40 = x.fma(b0, c40);
      c41 = x.fma(b1, c41);
      x = FloatVector.broadcast(SPECIES, m[a5 + k]);
      c50 = x.fma(b0, c50);
      c51 = x.fma(b1, c51);
      x = FloatVector.broadcast(SPECIES, m[a6 + k]);
      c60 = x.fma(b0, c60);
      c61 = x.fma(b1, c61);
      x = FloatVector.broadcast(SPECIES, m[a7 + k]);
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

  private static void rows1(float[] m, int a, int lda, int b, int ldb, int depth, int c, int ldc) {
    FloatVector zero = FloatVector.zero(SPECIES);
    FloatVector c00 = zero;
    FloatVector c10 = zero;
    FloatVector c20 = zero;
    FloatVector c30 = zero;
    FloatVector c40 = zero;
    FloatVector c50 = zero;
    FloatVector c60 = zero;
    FloatVector c70 = zero;
    int a1 = a + lda;
    int a2 = a + 2 * lda;
    int a3 = a + 3 * lda;
    int a4 = a + 4 * lda;
    int a5 = a + 5 * lda;
    int a6 = a + 6 * lda;
    int a7 = a + 7 * lda;
    for (int k = 0, from = b; k < depth; k++, from += ldb) {
      FloatVector b0 = FloatVector.fromArray(SPECIES, m, from);
      FloatVector x = FloatVector.broadcast(SPECIES, m[a + k]);
      c00 = x.fma(b0, c00);
      x = FloatVector.broadcast(SPECIES, m[a1 + k]);
      c10 = x.fma(b0, c10);
      x = FloatVector.broadcast(SPECIES, m[a2 + k]);
      c20 = x.fma(b0, c20);
      x = FloatVector.broadcast(SPECIES, m[a3 + k]);
      c30 = x.fma(b0, c30);
      x = FloatVector.broadcast(SPECIES, m[a4 + k]);
      c40 = x.fma(b0, c40);
      x = FloatVector.broadcast(SPECIES, m[a5 + k]);
      c50 = x.fma(b0, c50);
      x = FloatVector.broadcast(SPECIES, m[a6 + k]);
      c60 = x.fma(b0, c60);
      x = FloatVector.broadcast(SPECIES, m[a7 + k]);
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
