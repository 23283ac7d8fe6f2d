package org.aeworkbench.backend.dl4j;

import org.aeworkbench.backend.Trainer;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.model.BackendName;
import org.aeworkbench.model.Optimizer;
import org.aeworkbench.model.TrainingPlan;
import org.aeworkbench.network.UpdaterState;
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
  private double learningRate;

  Dl4jTrainer(TrainingPlan plan, Dl4jNetwork network) {
    this.network = network;
    optimizer = plan.optimizer();
    learningRate = optimizer.learningRate();
  }

  @Override
  public BackendName backend() {
    return BackendName.DL4J;
  }

  @Override
  public double trainBatch(Dataset data, int[] order, int from, int count) {
    INDArray images = images(data, order, from, count);
    INDArray before = network.network().params().dup();
    UpdaterState stateBefore = network.copyUpdaterState();
    if (optimizer instanceof Optimizer.Adam adam) {
      correctEpsilon(adam);
    }
    network.network().fit(new DataSet(images, network.labels(images)));
    double loss = network.network().score();
    if (!Double.isFinite(loss)) {
      network.network().params().assign(before);
      network.setUpdaterState(stateBefore);
    } else if (optimizer instanceof Optimizer.Adadelta && learningRate != 1) {
      // DL4J's Adadelta has no learning rate: shorten the step it has made.
      INDArray parameters = network.network().params();
      parameters.subi(before).muli(learningRate).addi(before);
    }
    return loss;
  }

  @Override
  public double evaluate(Dataset data) {
    double sum = 0;
    for (int from = 0; from < data.size(); from += EVALUATION_BATCH) {
      int count = Math.min(EVALUATION_BATCH, data.size() - from);
      int[] order = new int[count];
      for (int i = 0; i < count; i++) {
        order[i] = from + i;
      }
      INDArray images = images(data, order, 0, count);
      sum += network.network().score(new DataSet(images, network.labels(images)), false) * count;
    }
    return sum / data.size();
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

  private INDArray images(Dataset data, int[] order, int from, int count) {
    int size = network.spec().image().size();
    byte[] pixels = new byte[count * size];
    data.copyBytes(order, from, count, pixels);
    float[] batch = new float[count * size];
    for (int i = 0; i < batch.length; i++) {
      batch[i] = (pixels[i] & 0xFF) / 255f;
    }
    return network.images(batch, count);
  }
}
