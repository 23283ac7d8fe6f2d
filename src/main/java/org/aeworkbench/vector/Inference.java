package org.aeworkbench.vector;

/**
 * The forward pass of a network with a copy of its parameters: immutable in what it computes, safe
 * for use by one thread at a time.
 *
 * <p>Values cross this boundary image by image: dense layers as [image][unit], maps as
 * [image][channel][y][x].
 */
public final class Inference {
  private final Topology topology;
  private final ScalarNetwork engine;
  private final float[] parameters;

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
    this.parameters = parameters.clone();
    engine = new ScalarNetwork(topology);
  }

  /** What this computes. */
  public Topology topology() {
    return topology;
  }

  /**
   * Runs the layers fromLayer (inclusive) to toLayer (exclusive); the sigmoid of the output layer
   * is applied.
   *
   * @param input count images' values at the input of layer fromLayer
   * @param count images, 0 or more
   * @param fromLayer 0 for an image
   * @param toLayer the number of layers for a reconstruction
   * @return count images' values at the output of the last layer of the range
   */
  public float[] run(float[] input, int count, int fromLayer, int toLayer) {
    java.util.Objects.checkFromToIndex(fromLayer, toLayer, topology.layers().size());
    int in = topology.shapes().get(fromLayer).size();
    int out = topology.shapes().get(toLayer).size();
    if (input.length < (long) count * in) {
      throw new IllegalArgumentException(
          count + " images of " + in + " values do not fit in " + input.length);
    }
    float[] output = new float[Math.multiplyExact(count, out)];
    double[] x = new double[in];
    for (int i = 0; i < count; i++) {
      for (int k = 0; k < in; k++) {
        x[k] = input[i * in + k];
      }
      double[][] values = engine.forward(parameters, x, fromLayer, toLayer, false);
      for (int k = 0; k < out; k++) {
        output[i * out + k] = (float) values[toLayer - fromLayer][k];
      }
    }
    return output;
  }
}
