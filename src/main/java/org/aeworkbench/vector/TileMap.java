package org.aeworkbench.vector;

import static org.aeworkbench.vector.Tiling.LANES;

import org.aeworkbench.model.Shape;

/**
 * Where the maps of a tile of images stand in memory: [channel][y][x][image], as many images as a
 * vector has lanes, each map in a border of zeros that convolutions read and nothing writes.
 *
 * @param base index of the first value of the border
 * @param shape maps of one image
 * @param border rows and columns of zeros on each side
 */
record TileMap(int base, Shape.Maps shape, int border) {

  /** Reserves the memory for maps. */
  static TileMap reserve(Memory plan, Shape.Maps shape, int border) {
    int height = shape.height() + 2 * border;
    int width = shape.width() + 2 * border;
    int size = Math.multiplyExact(shape.channels() * height * width, LANES);
    return new TileMap(plan.reserve(size), shape, border);
  }

  /** The same maps elsewhere. */
  TileMap shifted(int floats) {
    return new TileMap(base + floats, shape, border);
  }

  /** Distance of neighbouring rows. */
  int rowStride() {
    return (shape.width() + 2 * border) * LANES;
  }

  /** Distance of neighbouring channels. */
  int channelStride() {
    return (shape.height() + 2 * border) * rowStride();
  }

  /** Index of the vector of a position; -border is the first row and column. */
  int at(int channel, int y, int x) {
    return base + channel * channelStride() + (y + border) * rowStride() + (x + border) * LANES;
  }

  /** Floats in a row without its border. */
  int rowLength() {
    return shape.width() * LANES;
  }

  /** Index of the vector of value p of an image, counted by channel, row and column. */
  int position(int p) {
    int row = p / shape.width();
    return at(row / shape.height(), row % shape.height(), p % shape.width());
  }
}
