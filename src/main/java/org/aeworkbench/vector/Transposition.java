package org.aeworkbench.vector;

import static org.aeworkbench.vector.Tiling.LANES;

/** Values of a tile, [value][image], from and to rows, [image][value]. */
final class Transposition {
  private Transposition() {}

  /**
   * Copies a tile's maps into as many rows as a vector has lanes.
   *
   * @param to first value of the first row
   * @param stride distance of rows
   */
  static void toRows(float[] m, TileMap map, int to, int stride) {
    int width = map.shape().width();
    int rows = map.shape().channels() * map.shape().height();
    for (int row = 0; row < rows; row++) {
      int from = map.position(row * width);
      for (int i = 0; i < LANES; i++) {
        int target = to + i * stride + row * width;
        for (int x = 0; x < width; x++) {
          m[target + x] = m[from + x * LANES + i];
        }
      }
    }
  }

  /**
   * Copies neighbouring values of as many rows as a vector has lanes into vectors.
   *
   * @param from the first of {@code n} values of the first row
   * @param to first vector
   */
  static void fromRows(float[] m, int from, int stride, int to, int n) {
    for (int i = 0; i < LANES; i++) {
      int source = from + i * stride;
      for (int x = 0; x < n; x++) {
        m[to + x * LANES + i] = m[source + x];
      }
    }
  }
}
