package org.aeworkbench.backend.dl4j;

import org.aeworkbench.backend.Trainer;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.model.BackendName;
import org.aeworkbench.model.Corruption;
import org.aeworkbench.model.LossTerms;
import org.aeworkbench.model.NoiseStreams;
import org.aeworkbench.model.NoiseStreams.Purpose;
import org.aeworkbench.model.Optimizer;
import org.aeworkbench.model.TrainingPlan;
import org.aeworkbench.network.UpdaterState;
import org.aeworkbench.vector.Noise;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.learning.config.Adam;

/** Trains with Deeplearning4j itself: the reference that the vector engine is measured against. */
final class Dl4jTrainer implements Trainer {
  private static final int EVALUATION_BATCH = 500;

  private final Dl4jNetwork network;
  private final Optimizer optimizer;
  private final NoiseStreams streams;
  private final Corruption corruption;
  private final Noise noise = new Noise();
  private double learningRate;

  /**
   * @param streams of the noise
   */
  Dl4jTrainer(TrainingPlan plan, Dl4jNetwork network, NoiseStreams streams) {
    this.network = network;
    this.streams = streams;
    corruption = plan.objective().corruption();
    optimizer = plan.optimizer();
    learningRate = optimizer.learningRate();
  }

  @Override
  public BackendName backend() {
    return BackendName.DL4J;
  }

  @Override
  public LossTerms trainBatch(Dataset data, int[] order, int from, int count) {
    long origin = streams.origin(Purpose.CORRUPTION, network.network().getIterationCount());
    INDArray before = network.network().params().dup();
    UpdaterState stateBefore = network.copyUpdaterState();
    if (optimizer instanceof Optimizer.Adam adam) {
      correctEpsilon(adam);
    }
    network.network().fit(batch(data, order, from, count, origin, 0));
    double loss = network.network().score();
    if (!Double.isFinite(loss)) {
      network.network().params().assign(before);
      network.setUpdaterState(stateBefore);
    } else if (optimizer instanceof Optimizer.Adadelta && learningRate != 1) {
      // DL4J's Adadelta has no learning rate: shorten the step it has made.
      INDArray parameters = network.network().params();
      parameters.subi(before).muli(learningRate).addi(before);
    }
    return LossTerms.plain(loss);
  }

  @Override
  public LossTerms evaluate(Dataset data) {
    long origin = streams.origin(Purpose.VALIDATION_CORRUPTION, 0);
    double sum = 0;
    for (int from = 0; from < data.size(); from += EVALUATION_BATCH) {
      int count = Math.min(EVALUATION_BATCH, data.size() - from);
      int[] order = new int[count];
      for (int i = 0; i < count; i++) {
        order[i] = from + i;
      }
      sum += network.network().score(batch(data, order, 0, count, origin, from), false) * count;
    }
    return LossTerms.plain(sum / data.size());
  }

  @Override
  public void setLearningRate(double rate) {
    learningRate = rate;
    if (!(optimizer instanceof Optimizer.Adadelta)) {
      network.network().setLearningRate(rate);
    }
  }

  @Override
  public float[] copyParameters() {
    return network.copyParameters();
  }

  @Override
  public UpdaterState copyUpdaterState() {
    return network.copyUpdaterState();
  }

  @Override
  public void close() {
    network.closeAfterTraining();
  }

  /**
   * DL4J adds Adam's epsilon to the root of the mean square before correcting its bias, the paper's
   * Algorithm 1 (and PyTorch) after it. Gradients of a mean over 784 pixels are so small that this
   * shows; scaling epsilon by the correction makes both the same.
   */
  private void correctEpsilon(Optimizer.Adam adam) {
    double correction =
        Math.sqrt(1 - Math.pow(adam.beta2(), network.network().getIterationCount() + 1.0));
    for (Layer layer : network.network().getLayers()) {
      if (layer.conf().getLayer() instanceof BaseLayer configuration
          && configuration.getIUpdater() instanceof Adam updater) {
        updater.setEpsilon(adam.epsilon() * correction);
      }
    }
  }

  /**
   * What the network sees, and what is to come out.
   *
   * @param position place of the first image in its stream of noise
   */
  private DataSet batch(
      Dataset data, int[] order, int from, int count, long origin, long position) {
    int size = network.spec().image().size();
    byte[] pixels = new byte[count * size];
    data.copyBytes(order, from, count, pixels);
    float[] batch = new float[count * size];
    for (int i = 0; i < batch.length; i++) {
      batch[i] = (pixels[i] & 0xFF) / 255f;
    }
    INDArray clean = network.labels(network.images(batch.clone(), count));
    noise.corrupt(corruption, origin, position * size, batch, 0, batch.length);
    return new DataSet(network.images(batch, count), clean);
  }
}
