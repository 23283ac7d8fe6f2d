package org.aeworkbench.network;

import org.aeworkbench.model.Layer;
import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.model.Shape;
import org.aeworkbench.model.TracedLayer;

/**
 * The parameters of a network before its first batch: Glorot-uniform weights (Glorot and Bengio
 * 2010), biases zero. A function of network and seed alone.
 *
 * <p>The numbers are those that DL4J 1.0.0-M2.1 draws for the same layers, to the last bit, without
 * DL4J: its generator hashes a root state (the seed), a node state that moves on with each array,
 * and the position in the array.
 */
public final class InitialWeights {
  /** The node state of a generator that was just seeded is the seed, changed by this. */
  private static final long NODE = 0xFFFFFFFFDEADBEEFL;

  private final long root;
  private long node;

  private InitialWeights(long seed) {
    root = seed;
    node = seed ^ NODE;
  }

  /**
   * All parameters in the order of {@link Autoencoder#parameters()}.
   *
   * @param seed of the training
   */
  public static float[] of(NetworkSpec spec, long seed) {
    InitialWeights generator = new InitialWeights(seed);
    float[] parameters = new float[spec.parameterCount()];
    int offset = 0;
    for (TracedLayer layer : spec.layers()) {
      generator.fill(layer, parameters, offset);
      offset += Math.toIntExact(layer.parameters());
    }
    return parameters;
  }

  private void fill(TracedLayer traced, float[] parameters, int offset) {
    switch (traced.layer()) {
      case Layer.Dense dense -> {
        int inputs = traced.input().size();
        float limit = limit(inputs, dense.units());
        // DL4J's weights lie column by column, ours row by row.
        for (int n = 0; n < inputs * dense.units(); n++) {
          parameters[offset + n % inputs * dense.units() + n / inputs] = uniform(n, limit);
        }
        next(inputs * dense.units());
      }
      case Layer.Convolution conv -> kernels(traced, conv.filters(), parameters, offset);
      case Layer.TransposedConvolution conv -> kernels(traced, conv.filters(), parameters, offset);
      case Layer.MaxPooling _,
          Layer.Upsampling _,
          Layer.Reshape _,
          Layer.Crop _,
          Layer.Dropout _ -> {}
    }
  }

  private void kernels(TracedLayer traced, int filters, float[] parameters, int offset) {
    int taps = Layer.KERNEL * Layer.KERNEL;
    int channels = ((Shape.Maps) traced.input()).channels();
    float limit = limit(channels * taps, filters * taps);
    int weights = channels * filters * taps;
    for (int n = 0; n < weights; n++) {
      parameters[offset + n] = uniform(n, limit);
    }
    next(weights);
  }

  private static float limit(int fanIn, int fanOut) {
    return (float) (Math.sqrt(6.0) / Math.sqrt((double) fanIn + fanOut));
  }

  /** A number between -limit and limit for a position in the array. */
  private float uniform(long index, float limit) {
    long a = root | (index + 2) * (node + 24_243_287L);
    long b = node ^ (index + 2) * (a + 723_829L);
    int hash = Integer.rotateLeft((int) (a ^ b) * 0x9E3779BB, 5) * 5;
    float unit = (hash >>> 9) * 0x1p-23f;
    return unit * (limit + limit) - limit;
  }

  /** The state for the array after one of so many numbers. */
  private void next(int length) {
    int low = (int) node;
    int high = (int) (node >>> 32) ^ low;
    int first = Integer.rotateLeft(low, 26) ^ high ^ high << 9;
    int second = Integer.rotateLeft(high, 13);
    node = ((long) second << 32 | first & 0xFFFFFFFFL) ^ length ^ 0xDEADBEEFL;
  }
}
