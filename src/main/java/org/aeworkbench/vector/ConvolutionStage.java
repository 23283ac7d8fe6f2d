package org.aeworkbench.vector;

import java.util.ArrayList;
import java.util.List;
import org.aeworkbench.vector.LayerShape.Convolution;
import org.aeworkbench.vector.LayerShape.MaxPooling;
import org.aeworkbench.vector.LayerShape.Padding;
import org.aeworkbench.vector.LayerShape.Upsampling;

/**
 * What the engine computes in one pass: a convolution with the upsampling before it and the pooling
 * after it, neither of which ever exists in memory at full size.
 *
 * @param fromLayer first layer of the stage
 * @param toLayer layer after the last one
 * @param convolution its convolution
 * @param upsampled whether the input is upsampled first
 * @param pooled whether the output is pooled
 * @param input shape before the upsampling
 * @param sums shape of the convolution's output
 * @param output shape after the pooling
 * @param weights where the weights stand in a region of parameters, [out][in][ky][kx]
 * @param biases where the biases stand
 */
record ConvolutionStage(
    int fromLayer,
    int toLayer,
    Convolution convolution,
    boolean upsampled,
    boolean pooled,
    MapShape input,
    MapShape sums,
    MapShape output,
    ParameterLayout.Block weights,
    ParameterLayout.Block biases) {

  /**
   * Cuts a network into stages and lays out its parameters.
   *
   * @throws IllegalArgumentException naming a layer that does not fit into a stage
   */
  static List<ConvolutionStage> of(Topology topology, ParameterLayout parameters) {
    List<LayerShape> layers = topology.layers();
    List<MapShape> shapes = topology.shapes();
    List<ConvolutionStage> stages = new ArrayList<>();
    for (int i = 0; i < layers.size(); ) {
      int from = i;
      boolean upsampled = layers.get(i) instanceof Upsampling;
      if (upsampled) {
        i++;
      }
      if (i == layers.size() || !(layers.get(i) instanceof Convolution convolution)) {
        throw new IllegalArgumentException(refusal(layers, i));
      }
      int layer = i++;
      boolean pooled = i < layers.size() && layers.get(i) instanceof MaxPooling;
      if (pooled) {
        i++;
      }
      int biases = convolution.outputChannels();
      stages.add(
          new ConvolutionStage(
              from,
              i,
              convolution,
              upsampled,
              pooled,
              shapes.get(from),
              shapes.get(layer + 1),
              shapes.get(i),
              parameters.addVector(convolution.parameterCount() - biases),
              parameters.addVector(biases)));
    }
    return List.copyOf(stages);
  }

  private static String refusal(List<LayerShape> layers, int i) {
    String found = i == layers.size() ? "the end" : layers.get(i).toString();
    return "Layer %d: the vector engine expects a convolution, not %s".formatted(i + 1, found);
  }

  /** Border of zeros around the gradients of the sums, from which input gradients are taken. */
  int gradientBorder() {
    return convolution.padding() == Padding.SAME ? 1 : 2;
  }

  /** Number of weights, without biases. */
  int weightCount() {
    return weights.columns();
  }
}
