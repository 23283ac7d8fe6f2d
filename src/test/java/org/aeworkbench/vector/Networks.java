package org.aeworkbench.vector;

import java.util.ArrayList;
import java.util.List;
import org.aeworkbench.vector.LayerShape.Convolution;
import org.aeworkbench.vector.LayerShape.Dense;
import org.aeworkbench.vector.LayerShape.MaxPooling;
import org.aeworkbench.vector.LayerShape.Padding;
import org.aeworkbench.vector.LayerShape.Upsampling;

/** The lab's networks, smaller ones of the same kinds, and the deterministic initialisation. */
final class Networks {
  private static final int SIDE = 28;

  private Networks() {}

  static Topology shallow(int encodingDim, Loss loss) {
    return dense(SIDE, loss, Activation.RELU, encodingDim);
  }

  static Topology deep(int encodingDim, Loss loss) {
    return dense(SIDE, loss, Activation.RELU, 128, 64, encodingDim, 64, 128);
  }

  /** A dense autoencoder of side × side pixels with these hidden units. */
  static Topology dense(int side, Loss loss, Activation hidden, int... units) {
    List<LayerShape> layers = new ArrayList<>();
    int inputs = side * side;
    for (int unit : units) {
      layers.add(new Dense(inputs, unit, hidden));
      inputs = unit;
    }
    layers.add(new Dense(inputs, side * side, Activation.SIGMOID));
    return new Topology(side, side, 1, layers, loss);
  }

  static Topology conv(int encodingDim, Loss loss) {
    int code = encodingDim / 16;
    return new Topology(
        SIDE,
        SIDE,
        1,
        List.of(
            same(1, 16),
            new MaxPooling(),
            same(16, 8),
            new MaxPooling(),
            same(8, code),
            new MaxPooling(),
            same(code, 8),
            new Upsampling(),
            same(8, 8),
            new Upsampling(),
            new Convolution(8, 16, Padding.VALID, Activation.RELU),
            new Upsampling(),
            new Convolution(16, 1, Padding.SAME, Activation.SIGMOID)),
        loss);
  }

  static Convolution same(int in, int out) {
    return new Convolution(in, out, Padding.SAME, Activation.RELU);
  }

  /** Glorot-uniform weights from splitmix64, biases 0: as the reference file describes it. */
  static float[] glorot(Topology topology) {
    float[] parameters = new float[topology.parameterCount()];
    int offset = 0;
    long weighted = 0;
    for (LayerShape layer : topology.layers()) {
      int fans =
          switch (layer) {
            case Dense d -> d.inputs() + d.outputs();
            case Convolution c -> 9 * (c.inputChannels() + c.outputChannels());
            case MaxPooling _, Upsampling _ -> 0;
          };
      if (fans == 0) {
        continue;
      }
      int biases =
          switch (layer) {
            case Dense d -> d.outputs();
            case Convolution c -> c.outputChannels();
            case MaxPooling _, Upsampling _ -> 0;
          };
      double limit = Math.sqrt(6.0 / fans);
      for (int n = 0; n < layer.parameterCount() - biases; n++) {
        double u = (splitmix64((weighted << 32) + n) >>> 40) / (double) (1 << 24);
        parameters[offset + n] = (float) ((2 * u - 1) * limit);
      }
      offset += layer.parameterCount();
      weighted++;
    }
    return parameters;
  }

  private static long splitmix64(long x) {
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
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      order[i] = i;
    }
    return order;
  }
}
