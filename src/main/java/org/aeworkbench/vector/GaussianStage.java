package org.aeworkbench.vector;

import java.util.Arrays;
import org.aeworkbench.model.Activation;

/**
 * The code of a variational autoencoder: two dense layers give mean and log-variance of a normal
 * distribution, the decoder gets a sample of it, mean + exp(log-variance / 2) · g, or the mean. The
 * sample's g depends on the step, the image's place in its batch and the number's place in the code
 * alone; see {@link Noise}. Adds up the divergence from N(0, 1) and its gradient.
 */
final class GaussianStage implements Stage {
  private final Boundary.Rows in;
  private final Boundary.Rows mean;
  private final Boundary.Rows logVariance;
  private final Boundary.Rows out;
  private final DenseStage meanLayer;
  private final DenseStage logVarianceLayer;
  private final boolean inputGradient;
  private final boolean training;

  /**
   * A stage.
   *
   * @param inputGradient whether a stage before it learns
   */
  GaussianStage(Boundary.Rows in, Boundary.Rows out, boolean inputGradient, StackMemory memory) {
    this.in = in;
    this.out = out;
    this.inputGradient = inputGradient;
    training = memory.training();
    mean = memory.rows(out.size(), Activation.LINEAR, false);
    logVariance = memory.rows(out.size(), Activation.LINEAR, false);
    meanLayer = new DenseStage(in, mean, inputGradient, memory);
    logVarianceLayer = new DenseStage(in, logVariance, inputGradient, memory);
  }

  /** Where the log-variances stand. */
  Boundary.Rows logVariance() {
    return logVariance;
  }

  @Override
  public void forward(float[] m, Worker w) {
    meanLayer.forward(m, w);
    logVarianceLayer.forward(m, w);
    int width = Tiling.padded(out.size());
    for (int r = w.first; r < w.endRow(); r++) {
      System.arraycopy(m, mean.row(r), m, out.row(r), width);
    }
    if (training) {
      for (int r = w.first; r < w.first + w.images; r++) {
        sample(m, w, r);
      }
    }
  }

  /**
   * The sample of an image, and its divergence. What the way back needs stands where the gradients
   * will: the standard deviations, and what was added to the means.
   */
  private void sample(float[] m, Worker w, int r) {
    int size = out.size();
    int deviations = logVariance.gradientRow(r);
    int added = mean.gradientRow(r);
    if (w.sampling) {
      long from = (w.position + (long) r - w.first) * size;
      w.noise.gaussians(w.draws.sample(), from, m, added, size);
    } else {
      Arrays.fill(m, added, added + size, 0f);
    }
    double divergence = 0;
    for (int i = 0; i < size; i++) {
      float mu = m[mean.row(r) + i];
      float log = m[logVariance.row(r) + i];
      float sigma = (float) Math.exp(0.5 * log);
      m[deviations + i] = sigma;
      m[added + i] *= sigma;
      m[out.row(r) + i] = mu + m[added + i];
      divergence += (double) mu * mu + (double) sigma * sigma - log - 1;
    }
    w.penalty += 0.5 * divergence;
  }

  @Override
  public void backward(float[] m, Worker w) {
    float scale = w.penaltyScale;
    int size = out.size();
    int end = w.first + w.images;
    for (int r = w.first; r < end; r++) {
      int gradient = out.gradientRow(r);
      int means = mean.gradientRow(r);
      int logs = logVariance.gradientRow(r);
      for (int i = 0; i < size; i++) {
        float d = m[gradient + i];
        float sigma = m[logs + i];
        m[logs + i] = 0.5f * (d * m[means + i] + scale * (sigma * sigma - 1));
        m[means + i] = d + scale * m[mean.row(r) + i];
      }
    }
    clear(m, mean, end, w.endRow());
    clear(m, logVariance, end, w.endRow());
    if (inputGradient) {
      logVarianceLayer.inputGradient(m, w, false);
      meanLayer.inputGradient(m, w, true);
      ActivationKernel.deriveRows(in, m, w.first, w.endRow());
    }
  }

  /** Rows without an image get no gradients. */
  private static void clear(float[] m, Boundary.Rows rows, int from, int to) {
    Arrays.fill(m, rows.gradientRow(from), rows.gradientRow(to), 0f);
  }

  @Override
  public int parameterTasks() {
    return meanLayer.parameterTasks() + logVarianceLayer.parameterTasks();
  }

  @Override
  public void runParameters(ParameterStore store, Chunk chunk, int task, Worker worker) {
    int first = meanLayer.parameterTasks();
    if (task < first) {
      meanLayer.runParameters(store, chunk, task, worker);
    } else {
      logVarianceLayer.runParameters(store, chunk, task - first, worker);
    }
  }

  @Override
  public void parametersChanged(ParameterStore store) {
    meanLayer.parametersChanged(store);
    logVarianceLayer.parametersChanged(store);
  }
}
