package org.aeworkbench.vector;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntConsumer;
import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.model.TracedLayer;

/**
 * The forward pass of a network with a copy of its parameters: immutable in what it computes, for
 * use by one thread at a time.
 *
 * <p>Values cross this boundary image by image: numbers in a row as [image][number], maps as
 * [image][channel][y][x]. Dropout passes everything, the code of a distribution is its mean.
 */
public final class Inference {
  private final NetworkSpec spec;
  private final List<TracedLayer> layers;
  private final Stack stack;
  private final float[] m;
  private final Worker worker;

  /**
   * Prepares the forward pass.
   *
   * @param spec the network
   * @param parameters flat, in the order of {@link VectorNetwork}; copied
   * @throws IllegalArgumentException naming what the engine does not have
   */
  public Inference(NetworkSpec spec, float[] parameters) {
    if (parameters.length != spec.parameterCount()) {
      throw new IllegalArgumentException(
          "This network has " + spec.parameterCount() + " parameters, not " + parameters.length);
    }
    this.spec = spec;
    layers = spec.layers();
    stack = new Stack(spec, Stack.Use.INFERENCE, 1, 0);
    StackMemory memory = stack.memory();
    var regions = new ParameterStore.Regions(memory);
    m = memory.plan().allocateSmall();
    memory.parameters().scatter(parameters, m, regions.parameters);
    worker = new Worker(0, stack.workspace(0), regions.parameters);
    var store = new ParameterStore(memory.parameters(), regions, m);
    stack.stages().forEach(stage -> stage.parametersChanged(store));
  }

  /** What this computes. */
  public NetworkSpec spec() {
    return spec;
  }

  /** Images to codes. */
  public float[] encode(float[] images, int count) {
    return run(images, count, 0, codeEnd());
  }

  /** Codes to images. */
  public float[] decode(float[] codes, int count) {
    return run(codes, count, codeEnd(), layers.size());
  }

  /**
   * Images to the distributions of a gaussian code.
   *
   * @param logVariances gets [image][number]
   * @return the means, [image][number]
   * @throws IllegalArgumentException if the code is a plain one
   */
  public float[] encode(float[] images, int count, float[] logVariances) {
    GaussianStage gaussian = stack.gaussian();
    if (gaussian == null) {
      throw new IllegalArgumentException("The code of this network is no distribution.");
    }
    int dimension = spec.encodingDim();
    return run(
        images,
        count,
        0,
        codeEnd(),
        start ->
            Values.store(
                m, worker, gaussian.logVariance(), logVariances, start * dimension, dimension));
  }

  /** The decoder's first layer, counted through the network. */
  private int codeEnd() {
    return layers.size() - spec.decoder().size();
  }

  /** Images to their reconstructions. */
  public float[] reconstruct(float[] images, int count) {
    return run(images, count, 0, layers.size());
  }

  /**
   * Runs the layers fromLayer (inclusive) to toLayer (exclusive), with their activations.
   *
   * @param input values of {@code count} images at the input of layer fromLayer
   * @param count images, 0 or more
   * @param fromLayer 0 for an image; layers are counted through encoder and decoder
   * @param toLayer the number of layers for a reconstruction
   * @return values of {@code count} images at the output of layer toLayer - 1
   * @throws IllegalArgumentException if the input is too short, or if the range cuts a convolution
   *     from the pooling after it or from the upsampling before it
   */
  public float[] run(float[] input, int count, int fromLayer, int toLayer) {
    return run(input, count, fromLayer, toLayer, start -> {});
  }

  /**
   * The same.
   *
   * @param ofBlock is told of each block that is in memory: its first image
   */
  private float[] run(float[] input, int count, int fromLayer, int toLayer, IntConsumer ofBlock) {
    Objects.checkFromToIndex(fromLayer, toLayer, layers.size());
    int inputs = size(fromLayer);
    int outputs = size(toLayer);
    if (input.length < (long) count * inputs) {
      throw new IllegalArgumentException(
          count + " images of " + inputs + " values do not fit in " + input.length);
    }
    if (fromLayer == toLayer) {
      return Arrays.copyOf(input, count * inputs);
    }
    int from = boundary(fromLayer, fromLayer, toLayer);
    int to = Math.max(from, boundary(toLayer, fromLayer, toLayer));
    float[] output = new float[Math.multiplyExact(count, outputs)];
    int block = stack.plan().blockImages();
    for (int start = 0; start < count; start += block) {
      worker.images = Math.min(block, count - start);
      Values.load(m, worker, input, start * inputs, inputs, stack.boundaries().get(from));
      stack.forward(m, worker, from, to);
      Values.store(m, worker, stack.boundaries().get(to), output, start * outputs, outputs);
      ofBlock.accept(start);
    }
    return output;
  }

  private int size(int layer) {
    return layer == layers.size() ? spec.image().size() : layers.get(layer).input().size();
  }

  private int boundary(int layer, int fromLayer, int toLayer) {
    List<StackPlan.Place> places = stack.plan().places();
    for (int i = 0; i < places.size(); i++) {
      if (places.get(i).low <= layer && layer <= places.get(i).high) {
        return i;
      }
    }
    throw new IllegalArgumentException(
        "Layers %d to %d cut a convolution from its upsampling or pooling"
            .formatted(fromLayer + 1, toLayer));
  }
}
