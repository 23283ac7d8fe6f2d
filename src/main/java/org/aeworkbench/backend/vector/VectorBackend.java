package org.aeworkbench.backend.vector;

import java.util.Optional;
import org.aeworkbench.backend.Backend;
import org.aeworkbench.backend.Trainer;
import org.aeworkbench.model.TrainingPlan;
import org.aeworkbench.network.EngineTopology;
import org.aeworkbench.network.UpdaterState;

/** The vector engine. */
public final class VectorBackend implements Backend {
  @Override
  public Optional<String> refusal(TrainingPlan plan) {
    try {
      EngineTopology.of(plan.spec(), plan.loss());
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public Trainer open(TrainingPlan plan, float[] parameters, UpdaterState state, int threads) {
    return new VectorTrainer(plan, parameters, state, threads);
  }
}
