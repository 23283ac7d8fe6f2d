package org.aeworkbench.vector;

import org.aeworkbench.vector.LayerShape.Convolution;
import org.aeworkbench.vector.LayerShape.Dense;
import org.aeworkbench.vector.LayerShape.MaxPooling;
import org.aeworkbench.vector.LayerShape.Padding;
import org.aeworkbench.vector.LayerShape.Upsampling;

/**
 * The textbook computation, one image and one multiplication at a time in double precision: the
 * engine's independent oracle. Every loop is the formula; nothing is shared with the kernels.
 */
final class ScalarNetwork {
  private final Topology topology;
  private final MapShape[] shapes;
  private final int[] parameterOffset;

  ScalarNetwork(Topology topology) {
    this.topology = topology;
    this.shapes = topology.shapes().toArray(new MapShape[0]);
    this.parameterOffset = new int[topology.layers().size()];
    int offset = 0;
    for (int i = 0; i < parameterOffset.length; i++) {
      parameterOffset[i] = offset;
      offset += topology.layers().get(i).parameterCount();
    }
  }

  /** Values after each layer of the range; with {@code logits} the last activation is left out. */
  double[][] forward(float[] w, double[] input, int fromLayer, int toLayer, boolean logits) {
    double[][] values = new double[toLayer - fromLayer + 1][];
    values[0] = input;
    for (int i = fromLayer; i < toLayer; i++) {
      double[] x = values[i - fromLayer];
      double[] y = new double[shapes[i + 1].size()];
      int p = parameterOffset[i];
      switch (topology.layers().get(i)) {
        case Dense d -> dense(d, w, p, x, y);
        case Convolution c -> convolution(c, shapes[i], shapes[i + 1], w, p, x, y);
        case MaxPooling _ -> pool(shapes[i], shapes[i + 1], x, y, new int[y.length]);
        case Upsampling _ -> upsample(shapes[i], x, y, new int[y.length]);
      }
      if (!(logits && i == topology.layers().size() - 1)) {
        activate(activation(i), y);
      }
      values[i + 1 - fromLayer] = y;
    }
    return values;
  }

  /** Sum of the pixel losses of one image; adds scale times their gradient to {@code gradient}. */
  double backward(float[] w, double[] image, double scale, double[] gradient) {
    int n = topology.layers().size();
    double[][] values = forward(w, image, 0, n, true);
    double[] z = values[n];
    double[] d = new double[z.length];
    double loss = 0;
    for (int i = 0; i < z.length; i++) {
      double p = 1 / (1 + Math.exp(-z[i]));
      double error = p - image[i];
      if (topology.loss() == Loss.BINARY_CROSS_ENTROPY) {
        loss += Math.max(z[i], 0) - z[i] * image[i] + Math.log1p(Math.exp(-Math.abs(z[i])));
        d[i] = scale * error;
      } else {
        loss += error * error;
        d[i] = scale * 2 * error * p * (1 - p);
      }
    }
    for (int i = n - 1; i >= 0; i--) {
      if (i < n - 1) {
        derive(activation(i), values[i + 1], d);
      }
      double[] dx = new double[values[i].length];
      int p = parameterOffset[i];
      switch (topology.layers().get(i)) {
        case Dense l -> denseBack(l, w, p, values[i], d, dx, gradient);
        case Convolution c ->
            convolutionBack(c, shapes[i], shapes[i + 1], w, p, values[i], d, dx, gradient);
        case MaxPooling _ -> {
          int[] winner = new int[d.length];
          pool(shapes[i], shapes[i + 1], values[i], new double[d.length], winner);
          for (int k = 0; k < d.length; k++) {
            dx[winner[k]] += d[k];
          }
        }
        case Upsampling _ -> {
          int[] source = new int[d.length];
          upsample(shapes[i], values[i], new double[d.length], source);
          for (int k = 0; k < d.length; k++) {
            dx[source[k]] += d[k];
          }
        }
      }
      d = dx;
    }
    return loss;
  }

  private Activation activation(int layer) {
    return switch (topology.layers().get(layer)) {
      case Dense d -> d.activation();
      case Convolution c -> c.activation();
      case MaxPooling _, Upsampling _ -> Activation.IDENTITY;
    };
  }

  private static void activate(Activation activation, double[] y) {
    for (int i = 0; i < y.length; i++) {
      y[i] =
          switch (activation) {
            case RELU -> Math.max(y[i], 0);
            case SIGMOID -> 1 / (1 + Math.exp(-y[i]));
            case TANH -> Math.tanh(y[i]);
            case IDENTITY -> y[i];
          };
    }
  }

  private static void derive(Activation activation, double[] y, double[] d) {
    for (int i = 0; i < y.length; i++) {
      d[i] *=
          switch (activation) {
            case RELU -> y[i] > 0 ? 1 : 0;
            case SIGMOID -> y[i] * (1 - y[i]);
            case TANH -> 1 - y[i] * y[i];
            case IDENTITY -> 1;
          };
    }
  }

  private static void dense(Dense l, float[] w, int p, double[] x, double[] y) {
    for (int o = 0; o < l.outputs(); o++) {
      double sum = w[p + l.inputs() * l.outputs() + o];
      for (int i = 0; i < l.inputs(); i++) {
        sum += x[i] * w[p + i * l.outputs() + o];
      }
      y[o] = sum;
    }
  }

  private static void denseBack(
      Dense l, float[] w, int p, double[] x, double[] d, double[] dx, double[] gradient) {
    for (int o = 0; o < l.outputs(); o++) {
      gradient[p + l.inputs() * l.outputs() + o] += d[o];
      for (int i = 0; i < l.inputs(); i++) {
        gradient[p + i * l.outputs() + o] += x[i] * d[o];
        dx[i] += w[p + i * l.outputs() + o] * d[o];
      }
    }
  }

  private static void convolution(
      Convolution l, MapShape in, MapShape out, float[] w, int p, double[] x, double[] y) {
    int biases = p + l.outputChannels() * l.inputChannels() * 9;
    for (int o = 0; o < y.length; o++) {
      y[o] = w[biases + o / (out.height() * out.width())];
    }
    eachTap(l, in, out, (o, weight, i) -> y[o] += w[p + weight] * x[i]);
  }

  private static void convolutionBack(
      Convolution l,
      MapShape in,
      MapShape out,
      float[] w,
      int p,
      double[] x,
      double[] d,
      double[] dx,
      double[] gradient) {
    int biases = p + l.outputChannels() * l.inputChannels() * 9;
    for (int o = 0; o < d.length; o++) {
      gradient[biases + o / (out.height() * out.width())] += d[o];
    }
    eachTap(
        l,
        in,
        out,
        (o, weight, i) -> {
          gradient[p + weight] += d[o] * x[i];
          dx[i] += d[o] * w[p + weight];
        });
  }

  /** One product of the convolution: output index, weight index, input index. */
  private interface Tap {
    void accept(int output, int weight, int input);
  }

  private static void eachTap(Convolution l, MapShape in, MapShape out, Tap tap) {
    int pad = l.padding() == Padding.SAME ? 1 : 0;
    for (int o = 0; o < out.size(); o++) {
      int k = o / (out.height() * out.width());
      int y = o / out.width() % out.height();
      int x = o % out.width();
      for (int t = 0; t < l.inputChannels() * 9; t++) {
        int row = y + t / 3 % 3 - pad;
        int column = x + t % 3 - pad;
        if (row >= 0 && row < in.height() && column >= 0 && column < in.width()) {
          tap.accept(
              o, k * l.inputChannels() * 9 + t, (t / 9 * in.height() + row) * in.width() + column);
        }
      }
    }
  }

  private static void pool(MapShape in, MapShape out, double[] x, double[] y, int[] winner) {
    for (int o = 0; o < y.length; o++) {
      int c = o / (out.height() * out.width());
      int row = 2 * (o / out.width() % out.height());
      int column = 2 * (o % out.width());
      int best = -1;
      for (int r = row; r < Math.min(row + 2, in.height()); r++) {
        for (int q = column; q < Math.min(column + 2, in.width()); q++) {
          int i = (c * in.height() + r) * in.width() + q;
          if (best < 0 || x[i] > x[best]) {
            best = i;
          }
        }
      }
      y[o] = x[best];
      winner[o] = best;
    }
  }

  private static void upsample(MapShape in, double[] x, double[] y, int[] source) {
    int width = 2 * in.width();
    int height = 2 * in.height();
    for (int o = 0; o < y.length; o++) {
      int c = o / (width * height);
      int i = (c * in.height() + o / width % height / 2) * in.width() + o % width / 2;
      y[o] = x[i];
      source[o] = i;
    }
  }
}
