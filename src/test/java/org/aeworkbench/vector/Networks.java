package org.aeworkbench.vector;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.aeworkbench.model.Layer;
import org.aeworkbench.model.Loss;
import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.model.NoiseStreams;
import org.aeworkbench.model.Objective;
import org.aeworkbench.model.Optimizer;
import org.aeworkbench.model.TracedLayer;

/** The lab's networks, others of the same kinds, and the deterministic initialisation. */
final class Networks {
  private Networks() {}

  static NetworkSpec shallow(int encodingDim) {
    return dense(28, "relu", encodingDim);
  }

  static NetworkSpec deep(int encodingDim) {
    return NetworkSpec.parse(
        "28x28x1 | dense:128:relu dense:64:relu dense:%d:relu".formatted(encodingDim)
            + " | dense:64:relu dense:128:relu dense:784:sigmoid");
  }

  /** A dense autoencoder of side × side pixels with these hidden units. */
  static NetworkSpec dense(int side, String hidden, int... units) {
    String encoder =
        IntStream.of(units)
            .mapToObj(unit -> "dense:" + unit + ":" + hidden)
            .collect(Collectors.joining(" "));
    int pixels = side * side;
    return NetworkSpec.parse(
        "%dx%dx1 | %s | dense:%d:sigmoid".formatted(side, side, encoder, pixels));
  }

  static NetworkSpec conv(int encodingDim) {
    return NetworkSpec.parse(
        "28x28x1 | conv:16:relu pool conv:8:relu pool conv:%d:relu pool".formatted(encodingDim / 16)
            + " | conv:8:relu up conv:8:relu up conv:16:relu:valid up conv:1:sigmoid");
  }

  /** Glorot-uniform weights from splitmix64, biases 0: as the reference file describes it. */
  static float[] glorot(NetworkSpec spec) {
    float[] parameters = new float[spec.parameterCount()];
    int offset = 0;
    long weighted = 0;
    for (TracedLayer traced : spec.layers()) {
      if (traced.parameters() == 0) {
        continue;
      }
      int biases = biases(traced);
      int weights = (int) traced.parameters() - biases;
      int kernel = traced.layer() instanceof Layer.Dense ? 1 : 9;
      double limit = Math.sqrt(6.0 / (weights / biases + kernel * biases));
      for (int n = 0; n < weights; n++) {
        double u = (splitmix64((weighted << 32) + n) >>> 40) / (double) (1 << 24);
        parameters[offset + n] = (float) ((2 * u - 1) * limit);
      }
      offset += (int) traced.parameters();
      weighted++;
    }
    return parameters;
  }

  private static int biases(TracedLayer traced) {
    return switch (traced.layer()) {
      case Layer.Dense dense -> dense.units();
      case Layer.Convolution conv -> conv.filters();
      case Layer.TransposedConvolution tconv -> tconv.filters();
      default -> throw new IllegalArgumentException("no parameters: " + traced);
    };
  }

  static long splitmix64(long x) {
    long z = x + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** Pixels that look like strokes: most are black, the rest of any brightness. */
  static byte[] images(int count, int pixels, long seed) {
    byte[] images = new byte[count * pixels];
    for (int i = 0; i < images.length; i++) {
      long bits = splitmix64(seed * 1_000_003 + i);
      images[i] = (bits & 3) == 0 ? (byte) (bits >>> 8) : 0;
    }
    return images;
  }

  static int[] order(int count) {
    return IntStream.range(0, count).toArray();
  }

  /** A plain autoencoder for training. */
  static VectorNetwork compiled(
      NetworkSpec spec, Loss loss, Optimizer optimizer, int threads, long seed) {
    return new VectorNetwork(
        spec, new Objective(loss), optimizer, threads, seed, NoiseStreams.of(seed));
  }
}
