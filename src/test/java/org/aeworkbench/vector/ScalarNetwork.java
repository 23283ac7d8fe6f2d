package org.aeworkbench.vector;

import java.util.List;
import org.aeworkbench.model.Activation;
import org.aeworkbench.model.Layer;
import org.aeworkbench.model.Loss;
import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.model.TracedLayer;

/**
 * The textbook computation of any network, one image at a time in double precision: the engine's
 * independent oracle.
 */
final class ScalarNetwork {
  private final NetworkSpec spec;
  private final Loss loss;
  private final List<TracedLayer> layers;
  private final int[] parameterOffset;
  private final int outputLayer;
  private double kinkDistance = Double.POSITIVE_INFINITY;

  /** Which numbers dropout drops. */
  interface Masks {
    /** Factor of a number: 0, or what is left of 1 inverted; 1 where nothing is trained. */
    double factor(int layer, int index, double rate);
  }

  /** Nothing is dropped. */
  static final Masks NONE = (layer, index, rate) -> 1;

  ScalarNetwork(NetworkSpec spec, Loss loss) {
    this.spec = spec;
    this.loss = loss;
    layers = spec.layers();
    parameterOffset = new int[layers.size()];
    int offset = 0;
    int last = 0;
    for (int i = 0; i < layers.size(); i++) {
      parameterOffset[i] = offset;
      offset += (int) layers.get(i).parameters();
      last = layers.get(i).parameters() > 0 ? i : last;
    }
    outputLayer = last;
  }

  /** The masks that the engine draws for an image of a batch. */
  static Masks masks(long seed, long step, int position) {
    return (layer, index, rate) -> {
      DropoutKernel kernel = new DropoutKernel(rate);
      int key = DropoutKernel.key(DropoutKernel.layerKey(seed, layer), step, position);
      return kernel.drops(key, index) ? 0 : 1 / (1 - rate);
    };
  }

  /**
   * How near the values so far came to where a derivative jumps: to 0 before a relu, to a tie of
   * different values in a pooling.
   */
  double kinkDistance() {
    return kinkDistance;
  }

  /**
   * Values at each boundary of a range of layers; with {@code logits} without the last activation.
   */
  double[][] forward(
      double[] w, double[] input, int fromLayer, int toLayer, boolean logits, Masks masks) {
    double[][] values = new double[toLayer - fromLayer + 1][];
    values[0] = input;
    for (int i = fromLayer; i < toLayer; i++) {
      values[i + 1 - fromLayer] = layer(w, i, values[i - fromLayer], logits, masks);
    }
    return values;
  }

  private double[] layer(double[] w, int i, double[] x, boolean logits, Masks masks) {
    TracedLayer traced = layers.get(i);
    double[] y = new double[traced.output().size()];
    if (traced.parameters() > 0) {
      int p = parameterOffset[i];
      int biases = ScalarLayers.biases(traced.layer());
      int firstBias = p + (int) traced.parameters() - biases;
      for (int o = 0; o < y.length; o++) {
        y[o] = w[firstBias + o / (y.length / biases)];
      }
      ScalarLayers.products(traced, (o, weight, in) -> y[o] += w[p + weight] * x[in]);
      if (!(logits && i == outputLayer)) {
        activate(activation(i), y);
      }
      return y;
    }
    int[] sources = ScalarLayers.sources(traced, x);
    if (traced.layer() instanceof Layer.MaxPooling) {
      kinkDistance = Math.min(kinkDistance, ScalarLayers.nearestTie(traced, x));
    }
    for (int o = 0; o < y.length; o++) {
      y[o] = x[sources[o]];
      if (traced.layer() instanceof Layer.Dropout dropout) {
        y[o] *= masks.factor(i, o, dropout.rate());
      }
    }
    return y;
  }

  /** Sum of an image's losses; adds scale times their gradient to {@code gradient}. */
  double backward(double[] w, double[] image, double scale, Masks masks, double[] gradient) {
    int n = layers.size();
    double[][] values = forward(w, image, 0, n, true, masks);
    double[] d = new double[image.length];
    double sum = loss(values[n], image, scale, d);
    for (int i = n - 1; i >= 0; i--) {
      if (i != outputLayer) {
        derive(activation(i), values[i + 1], d);
      }
      d = backward(w, i, values[i], d, masks, gradient);
    }
    return sum;
  }

  private double[] backward(
      double[] w, int i, double[] x, double[] d, Masks masks, double[] gradient) {
    TracedLayer traced = layers.get(i);
    double[] dx = new double[x.length];
    if (traced.parameters() > 0) {
      int p = parameterOffset[i];
      int biases = ScalarLayers.biases(traced.layer());
      int firstBias = p + (int) traced.parameters() - biases;
      for (int o = 0; o < d.length; o++) {
        gradient[firstBias + o / (d.length / biases)] += d[o];
      }
      ScalarLayers.products(
          traced,
          (o, weight, in) -> {
            gradient[p + weight] += d[o] * x[in];
            dx[in] += d[o] * w[p + weight];
          });
      return dx;
    }
    int[] sources = ScalarLayers.sources(traced, x);
    for (int o = 0; o < d.length; o++) {
      double factor =
          traced.layer() instanceof Layer.Dropout dropout ? masks.factor(i, o, dropout.rate()) : 1;
      dx[sources[o]] += d[o] * factor;
    }
    return dx;
  }

  /** Sum of the losses of an image from the last sums, and their gradient with respect to those. */
  double loss(double[] z, double[] image, double scale, double[] d) {
    double sum = 0;
    double[] y = z.clone();
    activate(spec.outputActivation(), y);
    double[] slope = new double[z.length];
    java.util.Arrays.fill(slope, 1);
    derive(spec.outputActivation(), y, slope);
    for (int i = 0; i < z.length; i++) {
      double error = y[i] - image[i];
      if (loss == Loss.BINARY_CROSS_ENTROPY) {
        sum += Math.max(z[i], 0) - z[i] * image[i] + Math.log1p(Math.exp(-Math.abs(z[i])));
        d[i] = scale * error;
      } else {
        sum += error * error;
        d[i] = scale * 2 * error * slope[i];
      }
    }
    return sum;
  }

  private Activation activation(int layer) {
    return layers.get(layer).layer().activation().orElse(Activation.LINEAR);
  }

  private void activate(Activation activation, double[] y) {
    for (int i = 0; i < y.length; i++) {
      if (activation == Activation.RELU || activation == Activation.LEAKYRELU) {
        kinkDistance = Math.min(kinkDistance, Math.abs(y[i]));
      }
      y[i] =
          switch (activation) {
            case RELU -> Math.max(y[i], 0);
            case LEAKYRELU -> y[i] < 0 ? Activation.LEAKY_SLOPE * y[i] : y[i];
            case ELU -> y[i] < 0 ? Math.expm1(y[i]) : y[i];
            case TANH -> Math.tanh(y[i]);
            case SIGMOID -> 1 / (1 + Math.exp(-y[i]));
            case LINEAR -> y[i];
          };
    }
  }

  private static void derive(Activation activation, double[] y, double[] d) {
    for (int i = 0; i < y.length; i++) {
      d[i] *=
          switch (activation) {
            case RELU -> y[i] > 0 ? 1 : 0;
            case LEAKYRELU -> y[i] > 0 ? 1 : Activation.LEAKY_SLOPE;
            case ELU -> y[i] > 0 ? 1 : y[i] + 1;
            case TANH -> 1 - y[i] * y[i];
            case SIGMOID -> y[i] * (1 - y[i]);
            case LINEAR -> 1;
          };
    }
  }
}
