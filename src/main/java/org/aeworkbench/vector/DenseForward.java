package org.aeworkbench.vector;

import java.util.Arrays;

/**
 * The forward pass of dense layers over a block of rows: one row an image, 8 rows a register tile.
 * Holds addresses only; any thread may run it on rows of its own.
 */
final class DenseForward {
  private final float[] m;
  private final int parameters;
  private final DenseLayers layers;
  private final int[] values;

  /**
   * A forward pass in a memory.
   *
   * @param parameters first index of the region of parameters
   * @param values first index of the values at each boundary, rows at their padded stride
   */
  DenseForward(DenseLayers layers, float[] memory, int parameters, int[] values) {
    this.layers = layers;
    this.m = memory;
    this.parameters = parameters;
    this.values = values;
  }

  /** Index of a row of values at a boundary. */
  int row(int boundary, int row) {
    return values[boundary] + row * layers.stride(boundary);
  }

  /**
   * Runs one layer on rows whose inputs are in place, without the activation.
   *
   * @param from first row, to last row (exclusive): whole register tiles
   */
  void multiply(int layer, int from, int to) {
    DenseLayers.Layer l = layers.get(layer);
    int weights = parameters + l.weights().offset();
    for (int r = from; r < to; r += Tiling.ROWS) {
      RowsKernel.multiply(
          m,
          row(layer, r),
          l.inputStride(),
          weights,
          l.outputStride(),
          l.inputs(),
          row(layer + 1, r),
          l.outputStride(),
          l.outputStride());
    }
  }

  /**
   * Adds the biases to a layer's sums and applies an activation.
   *
   * @param scratch for one row
   */
  void activate(int layer, Activation activation, int from, int to, int scratch) {
    DenseLayers.Layer l = layers.get(layer);
    int biases = parameters + l.biases().offset();
    for (int r = from; r < to; r++) {
      int row = row(layer + 1, r);
      ActivationKernel.applyRow(activation, m, row, biases, l.outputStride(), scratch);
      if (activation == Activation.SIGMOID) {
        Arrays.fill(m, row + l.outputs(), row + l.outputStride(), 0f); // sigmoid(0) is not 0
      }
    }
  }
}
