package org.aeworkbench.vector;

/** Training by the textbook, in double precision: the oracle for updates. */
final class ScalarTraining {
  private final Topology topology;
  private final UpdateRule rule;
  private final double[] parameters;
  private final double[][] state;
  private int iterations;

  ScalarTraining(Topology topology, UpdateRule rule, float[] initial) {
    this.topology = topology;
    this.rule = rule;
    parameters = new double[initial.length];
    for (int i = 0; i < initial.length; i++) {
      parameters[i] = initial[i];
    }
    state = new double[rule.slots()][initial.length];
  }

  float[] parameters() {
    float[] floats = new float[parameters.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) parameters[i];
    }
    return floats;
  }

  /** One update; the mean loss before it. */
  double trainBatch(byte[] images, int[] order, int from, int count) {
    double[] gradient = new double[parameters.length];
    double loss = gradient(topology, parameters(), images, order, from, count, gradient);
    iterations++;
    for (int i = 0; i < gradient.length; i++) {
      update(i, gradient[i]);
    }
    return loss;
  }

  /** The mean loss of some images; its gradient is added to {@code gradient}. */
  static double gradient(
      Topology topology,
      float[] parameters,
      byte[] images,
      int[] order,
      int from,
      int count,
      double[] gradient) {
    ScalarNetwork network = new ScalarNetwork(topology);
    double scale = 1.0 / count / topology.pixels();
    double loss = 0;
    double[] image = new double[topology.pixels()];
    for (int i = 0; i < count; i++) {
      for (int p = 0; p < image.length; p++) {
        image[p] = Byte.toUnsignedInt(images[order[from + i] * image.length + p]) / 255.0;
      }
      loss += network.backward(parameters, image, scale, gradient);
    }
    return loss * scale;
  }

  private void update(int i, double g) {
    switch (rule) {
      case UpdateRule.Adadelta r -> {
        state[0][i] = r.rho() * state[0][i] + (1 - r.rho()) * g * g;
        double step =
            g * Math.sqrt(state[1][i] + r.epsilon()) / Math.sqrt(state[0][i] + r.epsilon());
        state[1][i] = r.rho() * state[1][i] + (1 - r.rho()) * step * step;
        parameters[i] -= r.learningRate() * step;
      }
      case UpdateRule.Adam r -> {
        state[0][i] = r.beta1() * state[0][i] + (1 - r.beta1()) * g;
        state[1][i] = r.beta2() * state[1][i] + (1 - r.beta2()) * g * g;
        double mean = state[0][i] / (1 - Math.pow(r.beta1(), iterations));
        double square = state[1][i] / (1 - Math.pow(r.beta2(), iterations));
        parameters[i] -= r.learningRate() * mean / (Math.sqrt(square) + r.epsilon());
      }
      case UpdateRule.Momentum r -> {
        double before = state[0][i];
        state[0][i] = r.momentum() * before - r.learningRate() * g;
        parameters[i] += (1 + r.momentum()) * state[0][i] - r.momentum() * before;
      }
    }
  }
}
