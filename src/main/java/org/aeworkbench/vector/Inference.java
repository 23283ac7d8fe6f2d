package org.aeworkbench.vector;

import java.util.Objects;

/**
 * The forward pass of a network with a copy of its parameters: immutable in what it computes, for
 * use by one thread at a time.
 *
 * <p>Values cross this boundary image by image: dense layers as [image][unit], maps as
 * [image][channel][y][x].
 */
public final class Inference {

  /** A forward pass over a block of images. */
  sealed interface Program permits DenseInference, ConvolutionInference {
    /** Images that one call takes. */
    int blockImages();

    /**
     * Runs a range of layers on {@code count} images, 1 to {@link #blockImages}.
     *
     * @param in index of the first input value
     * @param out index of the first output value
     */
    void run(float[] input, int in, float[] output, int out, int count, int fromLayer, int toLayer);
  }

  private final Topology topology;
  private final Program program;

  /**
   * Prepares the forward pass.
   *
   * @param topology the network
   * @param parameters flat, in the order of {@link VectorNetwork}; copied
   * @throws IllegalArgumentException naming what the engine does not support
   */
  public Inference(Topology topology, float[] parameters) {
    if (parameters.length != topology.parameterCount()) {
      throw new IllegalArgumentException(
          "This network has "
              + topology.parameterCount()
              + " parameters, not "
              + parameters.length);
    }
    this.topology = topology;
    program =
        topology.layers().getFirst() instanceof LayerShape.Dense
            ? new DenseInference(topology, parameters)
            : new ConvolutionInference(topology, parameters);
  }

  /** What this computes. */
  public Topology topology() {
    return topology;
  }

  /**
   * Runs the layers fromLayer (inclusive) to toLayer (exclusive), with their activations.
   *
   * @param input values of {@code count} images at the input of layer fromLayer
   * @param count images, 0 or more
   * @param fromLayer 0 for an image
   * @param toLayer the number of layers for a reconstruction
   * @return values of {@code count} images at the output of layer toLayer - 1
   * @throws IllegalArgumentException if the input is too short, or if the range cuts a convolution
   *     from the pooling after it or from the upsampling before it
   */
  public float[] run(float[] input, int count, int fromLayer, int toLayer) {
    Objects.checkFromToIndex(fromLayer, toLayer, topology.layers().size());
    int inputs = topology.shapes().get(fromLayer).size();
    int outputs = topology.shapes().get(toLayer).size();
    if (input.length < (long) count * inputs) {
      throw new IllegalArgumentException(
          count + " images of " + inputs + " values do not fit in " + input.length);
    }
    if (fromLayer == toLayer) {
      return java.util.Arrays.copyOf(input, count * inputs);
    }
    float[] output = new float[Math.multiplyExact(count, outputs)];
    for (int start = 0; start < count; start += program.blockImages()) {
      int n = Math.min(program.blockImages(), count - start);
      program.run(input, start * inputs, output, start * outputs, n, fromLayer, toLayer);
    }
    return output;
  }
}
