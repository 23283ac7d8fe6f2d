package org.aeworkbench.vector;

import org.aeworkbench.model.Activation;

/**
 * Where the values between two stages stand, and on the way back their gradients.
 *
 * <p>Whoever writes the gradients of a boundary makes them those of the weighted sums: it derives
 * {@link #activation}, for which the values themselves are enough.
 */
sealed interface Boundary {
  /** What the stage before applied last; linear where it applied nothing. */
  Activation activation();

  /**
   * Maps, a tile of as many images as a vector has lanes: [channel][y][x][image]. Gradients are
   * written over the values, so that a tile stays in the cache.
   *
   * @param maps of each worker and each tile of its block
   * @param tilesOfBlock tiles of a block
   */
  record Tiles(TileMap[] maps, int tilesOfBlock, Activation activation) implements Boundary {
    /** A tile of the block that a worker has in hand. */
    TileMap map(Worker w, int tile) {
      return maps[w.number * tilesOfBlock + tile];
    }

    /** Any of the tiles: all have the same strides. */
    TileMap any() {
      return maps[0];
    }
  }

  /**
   * Numbers in a row, one row for each image of a chunk: [image][value]. Gradients have rows of
   * their own, since the weights' gradients need both when all images are through.
   *
   * @param values first value of the chunk's first image
   * @param gradients first gradient; the same as {@code values} behind the last layer
   * @param size values of an image
   * @param stride distance of rows; what lies behind the values is 0
   */
  record Rows(int values, int gradients, int size, int stride, Activation activation)
      implements Boundary {
    /** First value of an image of the chunk. */
    int row(int image) {
      return values + image * stride;
    }

    /** First gradient of an image of the chunk. */
    int gradientRow(int image) {
      return gradients + image * stride;
    }
  }
}
