package org.aeworkbench.vector;

import org.aeworkbench.model.Loss;
import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.model.Optimizer;

/** Training by the textbook, in double precision: the oracle for gradients and updates. */
final class ScalarTraining {
  private final NetworkSpec spec;
  private final Loss loss;
  private final Optimizer optimizer;
  private final long seed;
  private final double[] parameters;
  private final double[][] state;
  private int iterations;
  private double kinkDistance = Double.POSITIVE_INFINITY;

  ScalarTraining(NetworkSpec spec, Loss loss, Optimizer optimizer, long seed, float[] initial) {
    this.spec = spec;
    this.loss = loss;
    this.optimizer = optimizer;
    this.seed = seed;
    parameters = doubles(initial);
    state = new double[optimizer.slots()][initial.length];
  }

  static double[] doubles(float[] floats) {
    double[] doubles = new double[floats.length];
    for (int i = 0; i < doubles.length; i++) {
      doubles[i] = floats[i];
    }
    return doubles;
  }

  long seed() {
    return seed;
  }

  double[] parameters() {
    return parameters;
  }

  /** Sets the parameters. */
  void setParameters(double[] values) {
    System.arraycopy(values, 0, parameters, 0, values.length);
  }

  double kinkDistance() {
    return kinkDistance;
  }

  /** One update; the mean loss before it. */
  double trainBatch(byte[] images, int[] order, int from, int count) {
    double[] gradient = new double[parameters.length];
    double mean = gradient(images, order, from, count, gradient);
    iterations++;
    for (int i = 0; i < gradient.length; i++) {
      update(i, gradient[i]);
    }
    return mean;
  }

  /** The mean loss of some images; its gradient is added to {@code gradient}. */
  double gradient(byte[] images, int[] order, int from, int count, double[] gradient) {
    ScalarNetwork network = new ScalarNetwork(spec, loss);
    int size = spec.image().size();
    double scale = 1.0 / count / size;
    double sum = 0;
    for (int i = 0; i < count; i++) {
      double[] image = image(images, order[from + i], size);
      var masks = ScalarNetwork.masks(seed, iterations, i);
      sum += network.backward(parameters, image, scale, masks, gradient);
    }
    kinkDistance = network.kinkDistance();
    return sum * scale;
  }

  /** The mean loss alone, without dropout or with that of the next step. */
  double meanLoss(byte[] images, int[] order, int count, boolean dropout) {
    ScalarNetwork network = new ScalarNetwork(spec, loss);
    int size = spec.image().size();
    int layers = spec.layers().size();
    double sum = 0;
    for (int i = 0; i < count; i++) {
      double[] image = image(images, order[i], size);
      var masks = dropout ? ScalarNetwork.masks(seed, iterations, i) : ScalarNetwork.NONE;
      double[][] values = network.forward(parameters, image, 0, layers, true, masks);
      sum += network.loss(values[layers], image, 0, new double[size]);
    }
    return sum / count / size;
  }

  static double[] image(byte[] images, int number, int size) {
    double[] image = new double[size];
    for (int p = 0; p < size; p++) {
      image[p] = Byte.toUnsignedInt(images[number * size + p]) / 255.0;
    }
    return image;
  }

  private void update(int i, double g) {
    switch (optimizer) {
      case Optimizer.Adadelta r -> {
        state[0][i] = r.rho() * state[0][i] + (1 - r.rho()) * g * g;
        double step =
            g * Math.sqrt(state[1][i] + r.epsilon()) / Math.sqrt(state[0][i] + r.epsilon());
        state[1][i] = r.rho() * state[1][i] + (1 - r.rho()) * step * step;
        parameters[i] -= r.learningRate() * step;
      }
      case Optimizer.Adam r -> {
        state[0][i] = r.beta1() * state[0][i] + (1 - r.beta1()) * g;
        state[1][i] = r.beta2() * state[1][i] + (1 - r.beta2()) * g * g;
        double mean = state[0][i] / (1 - Math.pow(r.beta1(), iterations));
        double square = state[1][i] / (1 - Math.pow(r.beta2(), iterations));
        parameters[i] -= r.learningRate() * mean / (Math.sqrt(square) + r.epsilon());
      }
      case Optimizer.Sgd r -> {
        double before = state[0][i];
        state[0][i] = r.momentum() * before - r.learningRate() * g;
        parameters[i] += (1 + r.momentum()) * state[0][i] - r.momentum() * before;
      }
      case Optimizer.Rmsprop r -> {
        state[0][i] = r.rho() * state[0][i] + (1 - r.rho()) * g * g;
        parameters[i] -= r.learningRate() * g / Math.sqrt(state[0][i] + r.epsilon());
      }
    }
  }
}
