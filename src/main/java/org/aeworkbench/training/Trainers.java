package org.aeworkbench.training;

import java.util.Optional;
import org.aeworkbench.model.BackendName;
import org.aeworkbench.model.TrainingPlan;
import org.aeworkbench.network.Dl4jNetwork;
import org.aeworkbench.network.EngineTopology;
import org.aeworkbench.problem.UsageException;

/** Opens the trainer that a plan asks for. */
public final class Trainers {
  private Trainers() {}

  /**
   * Why a plan's backend cannot train it; empty if it can.
   *
   * @return what it does not have, a sentence
   */
  public static Optional<String> refusal(TrainingPlan plan) {
    try {
      switch (plan.backend()) {
        case VECTOR -> EngineTopology.of(plan.spec(), plan.loss());
        case DL4J -> Dl4jNetwork.check(plan.spec());
      }
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(e.getMessage());
    }
  }

  /**
   * A trainer that goes on from a model, on the very backend of its plan.
   *
   * @param start model to go on from
   * @param threads of the vector backend
   * @throws UsageException if the backend does not have what the plan asks for; the remedy names
   *     the other one where that can
   */
  public static Trainer open(TrainedModel start, int threads) {
    TrainingPlan plan = start.plan();
    Optional<String> refusal = refusal(plan);
    if (refusal.isPresent()) {
      BackendName other =
          plan.backend() == BackendName.VECTOR ? BackendName.DL4J : BackendName.VECTOR;
      throw new UsageException(
          refusal.get(),
          refusal(plan.withBackend(other)).isEmpty()
              ? "Choose the backend " + other.id() + "."
              : "Choose another network.");
    }
    return switch (plan.backend()) {
      case VECTOR -> new VectorTrainer(start, threads);
      case DL4J ->
          new Dl4jTrainer(
              start, Dl4jNetwork.restored(plan, start.parameters(), start.updaterState()));
    };
  }
}
