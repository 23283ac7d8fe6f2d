package org.aeworkbench.training;

import java.util.ArrayList;
import java.util.List;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.network.Dl4jNetwork;
import org.aeworkbench.network.UpdaterState;
import org.aeworkbench.network.VectorCompiler;
import org.aeworkbench.vector.VectorNetwork;

/** Trains on the vector engine: the DL4J network compiled, and its numbers handed back. */
final class VectorTrainer implements Trainer {
  private final VectorNetwork network;

  /**
   * @throws IllegalArgumentException naming what the engine does not have
   */
  VectorTrainer(TrainedModel start, Dl4jNetwork source, int threads) {
    network = VectorCompiler.compile(source, start.plan().optimizer(), threads);
  }

  @Override
  public Backend backend() {
    return Backend.VECTOR;
  }

  @Override
  public double trainBatch(Dataset data, int[] order, int from, int count) {
    return network.trainBatch(data.pixels(), order, from, count);
  }

  @Override
  public double evaluate(Dataset data) {
    return network.evaluate(data.pixels(), 0, data.size());
  }

  @Override
  public void setLearningRate(double learningRate) {
    network.setLearningRate(learningRate);
  }

  @Override
  public float[] copyParameters() {
    float[] parameters = new float[network.parameterCount()];
    network.copyParameters(parameters);
    return parameters;
  }

  @Override
  public UpdaterState copyUpdaterState() {
    List<float[]> slots = new ArrayList<>();
    for (int slot = 0; slot < network.updateRule().slots(); slot++) {
      float[] state = new float[network.parameterCount()];
      network.copyState(slot, state);
      slots.add(state);
    }
    return new UpdaterState(network.iterations(), slots);
  }

  @Override
  public void close() {
    network.close();
  }
}
