package org.aeworkbench.vector;

import static org.aeworkbench.vector.Tiling.LANES;
import static org.aeworkbench.vector.Tiling.SPECIES;

import java.util.Objects;
import jdk.incubator.vector.FloatVector;

/**
 * The register tile of {@link MatrixProduct}: 8 rows of C by 1, 2 or 3 vectors. Each vector of B
 * that is loaded serves 8 multiply-adds, each element of A that is broadcast serves up to 3.
 *
 * <p>Each row of B is checked to be in the memory: the compiler then knows its range and puts the
 * distances of its vectors into the loads, which saves a seventh of the time.
 */
final class RowsKernel {
  private RowsKernel() {}

  /**
   * C[8][width] = F[8][width] + A[8][depth] · B[depth][width], each sum in the order of k.
   *
   * @param f first element of F, rows at stride ldf; may be C
   * @param a first element of A, rows at stride lda
   * @param b first element of B, rows at stride ldb
   * @param c first element of C, rows at stride ldc
   * @param width vectors, 1 to 3
   */
  static void multiply(
      float[] m,
      int f,
      int ldf,
      int a,
      int lda,
      int b,
      int ldb,
      int depth,
      int c,
      int ldc,
      int width) {
    switch (width) {
      case 3 -> rows3(m, f, ldf, a, lda, b, ldb, depth, c, ldc);
      case 2 -> rows2(m, f, ldf, a, lda, b, ldb, depth, c, ldc);
      default -> rows1(m, f, ldf, a, lda, b, ldb, depth, c, ldc);
    }
  }

  private static void rows3(
      float[] m, int from, int ldf, int a, int lda, int b, int ldb, int depth, int c, int ldc) {
    int at = from;
    FloatVector c00 = load(m, at), c01 = load(m, at + LANES), c02 = load(m, at + 2 * LANES);
    at += ldf;
    FloatVector c10 = load(m, at), c11 = load(m, at + LANES), c12 = load(m, at + 2 * LANES);
    at += ldf;
    FloatVector c20 = load(m, at), c21 = load(m, at + LANES), c22 = load(m, at + 2 * LANES);
    at += ldf;
    FloatVector c30 = load(m, at), c31 = load(m, at + LANES), c32 = load(m, at + 2 * LANES);
    at += ldf;
    FloatVector c40 = load(m, at), c41 = load(m, at + LANES), c42 = load(m, at + 2 * LANES);
    at += ldf;
    FloatVector c50 = load(m, at), c51 = load(m, at + LANES), c52 = load(m, at + 2 * LANES);
    at += ldf;
    FloatVector c60 = load(m, at), c61 = load(m, at + LANES), c62 = load(m, at + 2 * LANES);
    at += ldf;
    FloatVector c70 = load(m, at), c71 = load(m, at + LANES), c72 = load(m, at + 2 * LANES);
    int a1 = a + lda;
    int a2 = a + 2 * lda;
    int a3 = a + 3 * lda;
    int a4 = a + 4 * lda;
    int a5 = a + 5 * lda;
    int a6 = a + 6 * lda;
    int a7 = a + 7 * lda;
    for (int k = 0, next = b; k < depth; k++, next += ldb) {
      int row = Objects.checkIndex(next, m.length - 3 * LANES + 1);
      FloatVector b0 = load(m, row);
      FloatVector b1 = load(m, row + LANES);
      FloatVector b2 = load(m, row + 2 * LANES);
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
    c00.intoArray(m, c);
    c01.intoArray(m, c + LANES);
    c02.intoArray(m, c + 2 * LANES);
    c10.intoArray(m, c + ldc);
    c11.intoArray(m, c + ldc + LANES);
    c12.intoArray(m, c + ldc + 2 * LANES);
    c20.intoArray(m, c + 2 * ldc);
    c21.intoArray(m, c + 2 * ldc + LANES);
    c22.intoArray(m, c + 2 * ldc + 2 * LANES);
    c30.intoArray(m, c + 3 * ldc);
    c31.intoArray(m, c + 3 * ldc + LANES);
    c32.intoArray(m, c + 3 * ldc + 2 * LANES);
    c40.intoArray(m, c + 4 * ldc);
    c41.intoArray(m, c + 4 * ldc + LANES);
    c42.intoArray(m, c + 4 * ldc + 2 * LANES);
    c50.intoArray(m, c + 5 * ldc);
    c51.intoArray(m, c + 5 * ldc + LANES);
    c52.intoArray(m, c + 5 * ldc + 2 * LANES);
    c60.intoArray(m, c + 6 * ldc);
    c61.intoArray(m, c + 6 * ldc + LANES);
    c62.intoArray(m, c + 6 * ldc + 2 * LANES);
    c70.intoArray(m, c + 7 * ldc);
    c71.intoArray(m, c + 7 * ldc + LANES);
    c72.intoArray(m, c + 7 * ldc + 2 * LANES);
  }

  private static void rows2(
      float[] m, int from, int ldf, int a, int lda, int b, int ldb, int depth, int c, int ldc) {
    int at = from;
    FloatVector c00 = load(m, at), c01 = load(m, at + LANES);
    at += ldf;
    FloatVector c10 = load(m, at), c11 = load(m, at + LANES);
    at += ldf;
    FloatVector c20 = load(m, at), c21 = load(m, at + LANES);
    at += ldf;
    FloatVector c30 = load(m, at), c31 = load(m, at + LANES);
    at += ldf;
    FloatVector c40 = load(m, at), c41 = load(m, at + LANES);
    at += ldf;
    FloatVector c50 = load(m, at), c51 = load(m, at + LANES);
    at += ldf;
    FloatVector c60 = load(m, at), c61 = load(m, at + LANES);
    at += ldf;
    FloatVector c70 = load(m, at), c71 = load(m, at + LANES);
    int a1 = a + lda;
    int a2 = a + 2 * lda;
    int a3 = a + 3 * lda;
    int a4 = a + 4 * lda;
    int a5 = a + 5 * lda;
    int a6 = a + 6 * lda;
    int a7 = a + 7 * lda;
    for (int k = 0, next = b; k < depth; k++, next += ldb) {
      int row = Objects.checkIndex(next, m.length - 2 * LANES + 1);
      FloatVector b0 = load(m, row);
      FloatVector b1 = load(m, row + LANES);
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
    c00.intoArray(m, c);
    c01.intoArray(m, c + LANES);
    c10.intoArray(m, c + ldc);
    c11.intoArray(m, c + ldc + LANES);
    c20.intoArray(m, c + 2 * ldc);
    c21.intoArray(m, c + 2 * ldc + LANES);
    c30.intoArray(m, c + 3 * ldc);
    c31.intoArray(m, c + 3 * ldc + LANES);
    c40.intoArray(m, c + 4 * ldc);
    c41.intoArray(m, c + 4 * ldc + LANES);
    c50.intoArray(m, c + 5 * ldc);
    c51.intoArray(m, c + 5 * ldc + LANES);
    c60.intoArray(m, c + 6 * ldc);
    c61.intoArray(m, c + 6 * ldc + LANES);
    c70.intoArray(m, c + 7 * ldc);
    c71.intoArray(m, c + 7 * ldc + LANES);
  }

  private static void rows1(
      float[] m, int from, int ldf, int a, int lda, int b, int ldb, int depth, int c, int ldc) {
    int at = from;
    FloatVector c00 = load(m, at);
    at += ldf;
    FloatVector c10 = load(m, at);
    at += ldf;
    FloatVector c20 = load(m, at);
    at += ldf;
    FloatVector c30 = load(m, at);
    at += ldf;
    FloatVector c40 = load(m, at);
    at += ldf;
    FloatVector c50 = load(m, at);
    at += ldf;
    FloatVector c60 = load(m, at);
    at += ldf;
    FloatVector c70 = load(m, at);
    int a1 = a + lda;
    int a2 = a + 2 * lda;
    int a3 = a + 3 * lda;
    int a4 = a + 4 * lda;
    int a5 = a + 5 * lda;
    int a6 = a + 6 * lda;
    int a7 = a + 7 * lda;
    for (int k = 0, row = b; k < depth; k++, row += ldb) {
      FloatVector b0 = load(m, row);
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
    c00.intoArray(m, c);
    c10.intoArray(m, c + ldc);
    c20.intoArray(m, c + 2 * ldc);
    c30.intoArray(m, c + 3 * ldc);
    c40.intoArray(m, c + 4 * ldc);
    c50.intoArray(m, c + 5 * ldc);
    c60.intoArray(m, c + 6 * ldc);
    c70.intoArray(m, c + 7 * ldc);
  }

  private static FloatVector load(float[] m, int at) {
    return FloatVector.fromArray(SPECIES, m, at);
  }
}
