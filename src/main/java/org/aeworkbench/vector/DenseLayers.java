package org.aeworkbench.vector;

import java.util.ArrayList;
import java.util.List;

/**
 * The layers of a dense network and where their parameters stand.
 *
 * @param layers from the input to the output
 * @param parameters layout of a region of parameters, gradients or state
 */
record DenseLayers(List<Layer> layers, ParameterLayout parameters) {

  /**
   * One layer. Rows of its input and output are padded to {@link #inputStride} and {@link
   * #outputStride} values, and so is the weight matrix, in both directions.
   */
  record Layer(
      int inputs,
      int outputs,
      Activation activation,
      ParameterLayout.Block weights,
      ParameterLayout.Block biases) {
    int inputStride() {
      return Tiling.padded(inputs);
    }

    int outputStride() {
      return Tiling.padded(outputs);
    }
  }

  /**
   * Lays out a network.
   *
   * @throws IllegalArgumentException if it has a layer that is not dense
   */
  static DenseLayers of(Topology topology) {
    ParameterLayout parameters = new ParameterLayout();
    List<Layer> layers = new ArrayList<>();
    for (LayerShape shape : topology.layers()) {
      if (!(shape instanceof LayerShape.Dense dense)) {
        throw new IllegalArgumentException(
            "The vector engine does not mix dense layers with " + shape);
      }
      layers.add(
          new Layer(
              dense.inputs(),
              dense.outputs(),
              dense.activation(),
              parameters.addMatrix(dense.inputs(), dense.outputs()),
              parameters.addVector(dense.outputs())));
    }
    return new DenseLayers(List.copyOf(layers), parameters);
  }

  int size() {
    return layers.size();
  }

  Layer get(int i) {
    return layers.get(i);
  }

  /** Stride of the values at boundary i: the input of layer i, or the output of the last. */
  int stride(int boundary) {
    return boundary == 0 ? get(0).inputStride() : get(boundary - 1).outputStride();
  }

  /** The longest row at any boundary. */
  int longestRow() {
    int longest = 0;
    for (int i = 0; i <= size(); i++) {
      longest = Math.max(longest, stride(i));
    }
    return longest;
  }
}
