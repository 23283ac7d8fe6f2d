package org.aeworkbench.backend.vector;

import java.util.Optional;
import org.aeworkbench.backend.Backend;
import org.aeworkbench.backend.Trainer;
import org.aeworkbench.model.NoiseStreams;
import org.aeworkbench.model.TrainingPlan;
import org.aeworkbench.network.UpdaterState;
import org.aeworkbench.vector.VectorNetwork;

/** The vector engine. */
public final class VectorBackend implements Backend {
  @Override
  public Optional<String> refusal(TrainingPlan plan) {
    return VectorNetwork.refusal(plan.spec(), plan.objective());
  }

  @Override
  public Trainer open(
      TrainingPlan plan,
      float[] parameters,
      UpdaterState state,
      int threads,
      NoiseStreams streams) {
    return new VectorTrainer(plan, parameters, state, threads, streams);
  }
}
