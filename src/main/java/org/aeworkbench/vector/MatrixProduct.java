package org.aeworkbench.vector;

import static org.aeworkbench.vector.Tiling.LANES;
import static org.aeworkbench.vector.Tiling.ROWS;

/**
 * Products C = A·B of row-major matrices in one memory, B and C with rows of whole vectors: the
 * forward pass (X·W) and the input gradient (D·Wᵀ) of dense layers.
 *
 * <p>A large B, the weights, is cut into panels of {@link Tiling#WIDTH} vectors by {@link #DEPTH}
 * rows that stay in a near cache while all rows of A go over them, so that B is read from far once
 * for all rows (K. Goto and R. van de Geijn, "Anatomy of High-Performance Matrix Multiplication",
 * 2008). A sum goes on from one panel to the one below it in the order of k, so where B is cut
 * changes no bit.
 */
final class MatrixProduct {
  /** Rows of a panel: with 3 vectors of 16 floats 48 kB. */
  private static final int DEPTH = 256;

  /** Elements of B from which on it no longer stays in a core's second-level cache: 1 MB. */
  static final int LARGE = 1 << 18;

  private MatrixProduct() {}

  /**
   * C[rows][columns] = A[rows][depth] · B[depth][columns], added to C if {@code start} is C.
   *
   * @param start first of 8 × 3 vectors of zeros, or {@code c}
   * @param a first element of A, rows at stride lda
   * @param rows whole register tiles of {@link Tiling#ROWS}
   * @param b first element of B, rows at stride ldb
   * @param c first element of C, rows at stride ldc
   * @param columns whole vectors
   */
  static void multiply(
      float[] m,
      int start,
      int a,
      int lda,
      int rows,
      int b,
      int ldb,
      int depth,
      int c,
      int ldc,
      int columns) {
    int step = (long) depth * columns >= LARGE ? DEPTH : depth;
    for (int k = 0; k < depth; k += step) {
      int deep = Math.min(step, depth - k);
      int panel = b + k * ldb;
      for (int left = columns / LANES, j = 0; left > 0; ) {
        int width = Tiling.nextWidth(left);
        for (int r = 0; r < rows; r += ROWS) {
          int to = c + r * ldc + j;
          boolean fresh = k == 0 && start != c;
          int from = fresh ? start : to;
          int ldf = fresh ? width * LANES : ldc;
          RowsKernel.multiply(
              m, from, ldf, a + r * lda + k, lda, panel + j, ldb, deep, to, ldc, width);
        }
        left -= width;
        j += width * LANES;
      }
    }
  }
}
