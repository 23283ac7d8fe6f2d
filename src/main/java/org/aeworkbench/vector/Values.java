package org.aeworkbench.vector;

import static org.aeworkbench.vector.Tiling.LANES;

import java.util.Arrays;

/** Floats image by image, to and from the layout of a boundary. */
final class Values {
  private Values() {}

  /**
   * Loads a worker's block.
   *
   * @param in first value of the block's first image
   * @param size values of an image
   */
  static void load(float[] m, Worker w, float[] input, int in, int size, Boundary to) {
    switch (to) {
      case Boundary.Rows rows -> {
        Arrays.fill(m, rows.row(w.first), rows.row(w.endRow()), 0f);
        for (int r = 0; r < w.images; r++) {
          System.arraycopy(input, in + r * size, m, rows.row(w.first + r), size);
        }
      }
      case Boundary.Tiles tiles -> {
        for (int tile = 0; tile < w.tiles(); tile++) {
          TileMap map = tiles.map(w, tile);
          int first = in + tile * LANES * size;
          int images = w.images(tile);
          for (int p = 0; p < size; p++) {
            int at = map.position(p);
            for (int i = 0; i < LANES; i++) {
              m[at + i] = i < images ? input[first + i * size + p] : 0f;
            }
          }
        }
      }
    }
  }

  /**
   * Takes a worker's block out.
   *
   * @param out where the first value of the block's first image goes
   * @param size values of an image
   */
  static void store(float[] m, Worker w, Boundary from, float[] output, int out, int size) {
    switch (from) {
      case Boundary.Rows rows -> {
        for (int r = 0; r < w.images; r++) {
          System.arraycopy(m, rows.row(w.first + r), output, out + r * size, size);
        }
      }
      case Boundary.Tiles tiles -> {
        for (int tile = 0; tile < w.tiles(); tile++) {
          TileMap map = tiles.map(w, tile);
          int first = out + tile * LANES * size;
          for (int p = 0; p < size; p++) {
            int at = map.position(p);
            for (int i = 0; i < w.images(tile); i++) {
              output[first + i * size + p] = m[at + i];
            }
          }
        }
      }
    }
  }
}
