package org.aeworkbench.backend.vector;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.aeworkbench.backend.Trainer;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.model.BackendName;
import org.aeworkbench.model.LossTerms;
import org.aeworkbench.model.NoiseStreams;
import org.aeworkbench.model.TrainingPlan;
import org.aeworkbench.network.UpdaterState;
import org.aeworkbench.vector.VectorNetwork;

/** Trains on the vector engine. */
final class VectorTrainer implements Trainer {
  private final TrainingPlan plan;
  private final VectorNetwork network;
  private final BatchReader reader = new BatchReader();
  private int[] batchOrder = new int[0];

  /**
   * @throws IllegalArgumentException naming what the engine does not have
   */
  VectorTrainer(
      TrainingPlan plan,
      float[] parameters,
      UpdaterState state,
      int threads,
      NoiseStreams streams) {
    this.plan = plan;
    network =
        new VectorNetwork(
            plan.spec(), plan.objective(), plan.optimizer(), threads, plan.seed(), streams);
    network.setParameters(parameters);
    for (int slot = 0; slot < state.slots().size(); slot++) {
      network.setState(slot, state.slots().get(slot));
    }
    network.setIterations(state.iterations());
  }

  @Override
  public BackendName backend() {
    return BackendName.VECTOR;
  }

  @Override
  public LossTerms trainBatch(Dataset data, int[] order, int from, int count) {
    network.setPenaltyWeight(
        plan.objective().penalty().weight(network.iterations(), plan.batches(order.length)));
    byte[] held = data.heldBytes();
    if (held != null) {
      return network.trainBatch(held, order, from, count);
    }
    if (batchOrder.length < count) {
      batchOrder = IntStream.range(0, count).toArray();
    }
    return network.trainBatch(reader.read(data, order, from, count), batchOrder, 0, count);
  }

  @Override
  public LossTerms evaluate(Dataset data) {
    byte[] held = data.heldBytes();
    return held == null
        ? network.evaluate(data::bytes, data.size())
        : network.evaluate(held, 0, data.size());
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
    for (int slot = 0; slot < network.optimizer().slots(); slot++) {
      float[] state = new float[network.parameterCount()];
      network.copyState(slot, state);
      slots.add(state);
    }
    return new UpdaterState(network.iterations(), slots);
  }

  @Override
  public void close() {
    reader.close();
    network.close();
  }
}
