package org.aeworkbench.vector;

/**
 * The shape of one image's values at a layer boundary.
 *
 * @param channels number of maps; the number of units for a dense layer
 * @param height rows of a map; 1 for a dense layer
 * @param width columns of a map; 1 for a dense layer
 */
public record MapShape(int channels, int height, int width) {

  /** Refuses a shape without values. */
  public MapShape {
    if (channels < 1 || height < 1 || width < 1) {
      throw new IllegalArgumentException(
          "A layer shape must be positive, not " + channels + "×" + height + "×" + width);
    }
  }

  /** Values of one image. */
  public int size() {
    return channels * height * width;
  }

  @Override
  public String toString() {
    return height == 1 && width == 1
        ? Integer.toString(channels)
        : channels + "×" + height + "×" + width;
  }
}
