package org.aeworkbench.vector;

/**
 * An autoencoder compiled for training on the processor's vector units.
 *
 * <p>The parameters cross this boundary as one flat array in canonical order: for every layer that
 * has any, its weights and then its biases; dense weights [inputs][outputs] row-major, convolution
 * weights [outputChannels][inputChannels][ky][kx]. The optimizer's state has the same order, one
 * array per slot (see {@link UpdateRule}). The results have the same bits for every number of
 * threads.
 *
 * <p>For one thread at a time: the calling thread works too, {@code threads - 1} helpers join it
 * during a call. {@link #close} ends the helpers.
 */
public final class VectorNetwork implements AutoCloseable {
  private static final double PIXEL_MAX = 255;

  private final Topology topology;
  private UpdateRule rule;
  private final ScalarNetwork engine;
  private final float[] parameters;
  private final float[][] state;
  private long iterations;

  /**
   * Compiles a network with all parameters and all optimizer state 0.
   *
   * @param topology what to train
   * @param rule how to train it
   * @param threads 1 or more
   * @throws IllegalArgumentException naming what the engine does not support
   */
  public VectorNetwork(Topology topology, UpdateRule rule, int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("The engine needs at least one thread, not " + threads);
    }
    this.topology = topology;
    this.rule = rule;
    engine = new ScalarNetwork(topology);
    parameters = new float[topology.parameterCount()];
    state = new float[rule.slots()][parameters.length];
  }

  /** What this network was compiled from. */
  public Topology topology() {
    return topology;
  }

  /** The rule of the next update. */
  public UpdateRule updateRule() {
    return rule;
  }

  /** Changes the learning rate from the next update on. */
  public void setLearningRate(double rate) {
    rule = rule.withLearningRate(rate);
  }

  /** Length of the flat parameter array and of every state array. */
  public int parameterCount() {
    return parameters.length;
  }

  /** Takes all parameters from the flat array. */
  public void setParameters(float[] values) {
    System.arraycopy(checked(values), 0, parameters, 0, parameters.length);
  }

  /** Copies all parameters into the flat array. */
  public void copyParameters(float[] out) {
    System.arraycopy(parameters, 0, checked(out), 0, parameters.length);
  }

  /** Takes one slot of the optimizer's state from the flat array. */
  public void setState(int slot, float[] values) {
    System.arraycopy(checked(values), 0, state[slot], 0, parameters.length);
  }

  /** Copies one slot of the optimizer's state into the flat array. */
  public void copyState(int slot, float[] out) {
    System.arraycopy(state[slot], 0, checked(out), 0, parameters.length);
  }

  /** Updates so far; Adam's bias correction depends on it. */
  public long iterations() {
    return iterations;
  }

  /** Continues from a run that had made that many updates. */
  public void setIterations(long count) {
    if (count < 0) {
      throw new IllegalArgumentException("Iterations must be 0 or more, not " + count);
    }
    iterations = count;
  }

  /**
   * One update from {@code count} images.
   *
   * <p>If the loss is not finite nothing is changed: the parameters and the optimizer's state are
   * those of the batch before. If the thread is interrupted before the update is applied, the batch
   * is given up, nothing is changed and the interrupt stays set.
   *
   * @param images n images of {@link Topology#pixels} unsigned bytes
   * @param order image numbers
   * @param from first element of {@code order} to use
   * @param count images of the batch, 1 or more
   * @return mean loss over the batch and its pixels before the update, possibly not finite
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public double trainBatch(byte[] images, int[] order, int from, int count) {
    java.util.Objects.checkFromIndexSize(from, count, order.length);
    double[] gradient = new double[parameters.length];
    double loss = 0;
    double scale = 1.0 / count / topology.pixels();
    for (int i = 0; i < count; i++) {
      if (Thread.currentThread().isInterrupted()) {
        throw new java.util.concurrent.CancellationException("Interrupted in a batch");
      }
      loss += engine.backward(parameters, image(images, order[from + i]), scale, gradient);
    }
    loss *= scale;
    if (Double.isFinite(loss)) {
      update(gradient);
    }
    return loss;
  }

  /**
   * Mean loss over {@code count} images and their pixels; changes nothing.
   *
   * @param images n images of {@link Topology#pixels} unsigned bytes
   * @param from first image
   * @param count images, 1 or more
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public double evaluate(byte[] images, int from, int count) {
    double[] gradient = new double[parameters.length];
    double loss = 0;
    for (int i = 0; i < count; i++) {
      loss += engine.backward(parameters, image(images, from + i), 0, gradient);
    }
    return loss / count / topology.pixels();
  }

  @Override
  public void close() {}

  private double[] image(byte[] images, int index) {
    double[] x = new double[topology.pixels()];
    for (int i = 0; i < x.length; i++) {
      x[i] = (images[index * x.length + i] & 255) / PIXEL_MAX;
    }
    return x;
  }

  private void update(double[] gradient) {
    iterations++;
    for (int i = 0; i < parameters.length; i++) {
      double g = gradient[i];
      switch (rule) {
        case UpdateRule.Adadelta r -> {
          double a = r.rho() * state[0][i] + (1 - r.rho()) * g * g;
          double u = g * Math.sqrt((state[1][i] + r.epsilon()) / (a + r.epsilon()));
          state[0][i] = (float) a;
          state[1][i] = (float) (r.rho() * state[1][i] + (1 - r.rho()) * u * u);
          parameters[i] -= (float) (r.learningRate() * u);
        }
        case UpdateRule.Adam r -> {
          double m = r.beta1() * state[0][i] + (1 - r.beta1()) * g;
          double v = r.beta2() * state[1][i] + (1 - r.beta2()) * g * g;
          double c1 = 1 - Math.pow(r.beta1(), iterations);
          double c2 = 1 - Math.pow(r.beta2(), iterations);
          state[0][i] = (float) m;
          state[1][i] = (float) v;
          parameters[i] -= (float) (r.learningRate() / c1 * m / (Math.sqrt(v / c2) + r.epsilon()));
        }
        case UpdateRule.Momentum r -> {
          double v = r.momentum() * state[0][i] - r.learningRate() * g;
          parameters[i] += (float) ((1 + r.momentum()) * v - r.momentum() * state[0][i]);
          state[0][i] = (float) v;
        }
      }
    }
  }

  private float[] checked(float[] values) {
    if (values.length != parameters.length) {
      throw new IllegalArgumentException(
          "This network has " + parameters.length + " parameters, not " + values.length);
    }
    return values;
  }
}
