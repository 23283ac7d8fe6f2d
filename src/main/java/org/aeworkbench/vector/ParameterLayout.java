package org.aeworkbench.vector;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the parameters stand in the engine's memory. Gradients and optimizer state have the same
 * layout, each in a region of its own, so that an update is a pass over equal index ranges.
 *
 * <p>A block is a matrix of rows at a stride that may be wider than the row; what lies between is
 * always 0. The blocks follow each other in the canonical order of {@link VectorNetwork}.
 */
final class ParameterLayout {

  /**
   * One matrix or vector of parameters.
   *
   * @param offset of the first value from the start of a region
   * @param rows rows, 1 for biases
   * @param columns values in a row
   * @param stride distance of rows
   */
  record Block(int offset, int rows, int columns, int stride) {}

  private final List<Block> blocks = new ArrayList<>();
  private int length;
  private int count;

  /** Appends rows × columns values at a padded stride. */
  Block addMatrix(int rows, int columns) {
    return add(rows, columns, Tiling.rowStride(columns), Tiling.padded(rows));
  }

  /** Appends rows at a padded stride, as many as there are. */
  Block addRows(int rows, int columns) {
    return add(rows, columns, Tiling.padded(columns), rows);
  }

  /** Appends values in one padded row. */
  Block addVector(int columns) {
    return add(1, columns, Tiling.padded(columns), 1);
  }

  private Block add(int rows, int columns, int stride, int paddedRows) {
    Block block = new Block(length, rows, columns, stride);
    blocks.add(block);
    length = Math.addExact(length, Math.multiplyExact(paddedRows, stride));
    count += rows * columns;
    return block;
  }

  /** Floats of a region. */
  int length() {
    return length;
  }

  /** Parameters, without padding. */
  int count() {
    return count;
  }

  /** Copies a flat array in canonical order into a region. */
  void scatter(float[] flat, float[] memory, int region) {
    int from = 0;
    for (Block b : blocks) {
      for (int r = 0; r < b.rows; r++, from += b.columns) {
        System.arraycopy(flat, from, memory, region + b.offset + r * b.stride, b.columns);
      }
    }
  }

  /** Copies a region into a flat array in canonical order. */
  void gather(float[] memory, int region, float[] flat) {
    int to = 0;
    for (Block b : blocks) {
      for (int r = 0; r < b.rows; r++, to += b.columns) {
        System.arraycopy(memory, region + b.offset + r * b.stride, flat, to, b.columns);
      }
    }
  }
}
