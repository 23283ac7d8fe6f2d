package org.aeworkbench.vector;

import static org.aeworkbench.vector.Tiling.LANES;

import org.aeworkbench.model.Activation;
import org.aeworkbench.model.Shape;

/**
 * What the stages of a network reserve while they are made.
 *
 * @param plan the memory itself
 * @param parameters layout of all parameters
 * @param slots layout of the convolutions' gradients
 * @param own maps of each worker
 * @param size of each worker's workspace
 * @param workers threads
 * @param tilesOfBlock tiles that a worker has in hand at a time
 * @param rows images of a chunk
 * @param training whether there is a way back
 */
record StackMemory(
    Memory plan,
    ParameterLayout parameters,
    KernelWeights.Slots slots,
    OwnMemory own,
    Workspace.Size size,
    int workers,
    int tilesOfBlock,
    int rows,
    boolean training) {

  /** A boundary of maps. */
  Boundary.Tiles tiles(Shape.Maps shape, int border, Activation activation) {
    size.width(shape.width());
    return new Boundary.Tiles(own.reserve(tilesOfBlock, shape, border), tilesOfBlock, activation);
  }

  /**
   * A boundary of rows.
   *
   * @param inPlace whether gradients may be written over the values
   */
  Boundary.Rows rows(int values, Activation activation, boolean inPlace) {
    int stride = Tiling.rowStride(values);
    size.row(stride);
    int length = Math.multiplyExact(rows, stride);
    int first = plan.reserve(length);
    int gradients = training && !inPlace ? plan.reserve(length) : first;
    return new Boundary.Rows(first, gradients, values, stride, activation);
  }

  /** Numbers for each pooled value of each tile. */
  TileMap[] codes(Shape.Maps shape) {
    return own.reserve(tilesOfBlock, shape, 0);
  }

  /** Maps of which each worker has one tile. */
  TileMap[] workerMaps(Shape.Maps shape, int border) {
    return own.reserve(1, shape, border);
  }

  /** Floats of a tile of maps, about. */
  static long tileFloats(Shape.Maps shape, int border) {
    return (long) shape.channels()
        * (shape.height() + 2 * border)
        * (shape.width() + 2 * border)
        * LANES;
  }
}
