package org.aeworkbench.backend;

import java.util.Optional;
import org.aeworkbench.model.NoiseStreams;
import org.aeworkbench.model.TrainingPlan;
import org.aeworkbench.network.UpdaterState;

/** Something that computes trainings. Nothing falls back by itself to another one. */
public interface Backend {
  /**
   * Why this backend cannot train a plan.
   *
   * @return what it does not have, a sentence; empty if it can
   */
  Optional<String> refusal(TrainingPlan plan);

  /**
   * Goes on with a network.
   *
   * @param plan that {@link #refusal} does not refuse
   * @param parameters in the order of {@link org.aeworkbench.network.Autoencoder#parameters()}
   * @param state what the optimizer remembers
   * @param threads that may compute, at least 1
   * @param streams of noise and samples; of a training {@link NoiseStreams#of} the plan's seed
   */
  Trainer open(
      TrainingPlan plan, float[] parameters, UpdaterState state, int threads, NoiseStreams streams);
}
