package org.aeworkbench.vector;

import static org.aeworkbench.vector.Tiling.LANES;

import java.util.Arrays;
import org.aeworkbench.model.Corruption;

/** Brings the images of a worker's block into the layout of a boundary. */
final class Images {
  private Images() {}

  /** Marks which lanes of the block's tiles hold an image. */
  static void markLanes(float[] m, Worker w) {
    for (int tile = 0; tile < w.tiles(); tile++) {
      int lanes = w.space.lanes() + tile * LANES;
      Arrays.fill(m, lanes, lanes + LANES, 0f);
      Arrays.fill(m, lanes, lanes + w.images(tile), 1f);
    }
  }

  /**
   * Loads pixels, and black images where a row or lane has none.
   *
   * @param size numbers of an image
   */
  static void load(float[] m, Worker w, Chunk chunk, int size, Boundary to) {
    switch (to) {
      case Boundary.Rows rows -> load(m, w, chunk, size, rows);
      case Boundary.Tiles tiles -> {
        for (int tile = 0; tile < w.tiles(); tile++) {
          load(m, w, chunk, size, tile, tiles.map(w, tile));
        }
      }
    }
  }

  /**
   * Loads corrupted pixels, and black images where a row or lane has none. The noise depends on the
   * image's place in its batch and the number's in the image.
   *
   * @param size numbers of an image
   */
  static void loadCorrupted(
      float[] m, Worker w, Chunk chunk, int size, Corruption corruption, Boundary to) {
    load(m, w, chunk, size, to);
    long origin = w.draws.corruption();
    switch (to) {
      case Boundary.Rows rows -> {
        for (int i = 0; i < w.images; i++) {
          long from = (w.position + (long) i) * size;
          w.noise.corrupt(corruption, origin, from, m, rows.row(w.first + i), size);
        }
      }
      case Boundary.Tiles tiles -> {
        float[] image = w.image(size);
        for (int i = 0; i < w.images; i++) {
          Pixels.convert(chunk.images(), chunk.start(w.first + i, size), image, 0, size);
          long from = (w.position + (long) i) * size;
          w.noise.corrupt(corruption, origin, from, image, 0, size);
          TileMap map = tiles.map(w, i / LANES);
          for (int p = 0; p < size; p++) {
            m[map.position(p) + i % LANES] = image[p];
          }
        }
      }
    }
  }

  private static void load(float[] m, Worker w, Chunk chunk, int size, Boundary.Rows rows) {
    int end = w.first + w.images;
    for (int r = w.first; r < end; r++) {
      Pixels.convert(chunk.images(), chunk.start(r, size), m, rows.row(r), size);
    }
    Arrays.fill(m, rows.row(end), rows.row(w.endRow()), 0f);
  }

  private static void load(float[] m, Worker w, Chunk chunk, int size, int tile, TileMap map) {
    int images = w.images(tile);
    for (int i = 0; i < images; i++) {
      w.keys[i] = chunk.start(w.first + tile * LANES + i, size);
    }
    byte[] bytes = chunk.images();
    for (int p = 0; p < size; p++) {
      int at = map.position(p);
      for (int i = 0; i < images; i++) {
        m[at + i] = Pixels.value(bytes[w.keys[i] + p]);
      }
      Arrays.fill(m, at + images, at + LANES, 0f);
    }
  }
}
