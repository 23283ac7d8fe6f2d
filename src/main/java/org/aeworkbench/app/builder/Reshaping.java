package org.aeworkbench.app.builder;

import java.util.Optional;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.model.Layer;
import org.aeworkbench.problem.UsageException;

/** Numbers in a row as maps. */
final class Reshaping {
  private static final int[] HALVINGS = {3, 2, 4, 1, 5, 6};
  private static final int MOST_SIDE = 64;

  private Reshaping() {}

  /**
   * The reshape that leads back to an image by doubling, where there is one for so many numbers;
   * else the one of the largest square maps. Empty if there are more than layers can have.
   */
  static Optional<Layer> of(int size, ImageShape image) {
    for (int halvings : HALVINGS) {
      int height = Math.ceilDiv(image.height(), 1 << halvings);
      int width = Math.ceilDiv(image.width(), 1 << halvings);
      if (height * width > 1 && size % (height * width) == 0) {
        Optional<Layer> reshape = made(size / (height * width), height, width);
        if (reshape.isPresent()) {
          return reshape;
        }
      }
    }
    int side = 1;
    for (int s = 2; s <= MOST_SIDE && s * s <= size; s++) {
      side = size % (s * s) == 0 ? s : side;
    }
    return made(size / (side * side), side, side);
  }

  private static Optional<Layer> made(int channels, int height, int width) {
    try {
      return Optional.of(new Layer.Reshape(channels, height, width));
    } catch (UsageException e) {
      return Optional.empty(); // more maps than a layer can have
    }
  }
}
