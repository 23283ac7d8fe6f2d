package org.aeworkbench.training;

import java.util.Optional;
import org.aeworkbench.backend.Backend;
import org.aeworkbench.backend.Trainer;
import org.aeworkbench.backend.dl4j.Dl4jBackend;
import org.aeworkbench.backend.vector.VectorBackend;
import org.aeworkbench.model.BackendName;
import org.aeworkbench.model.NoiseStreams;
import org.aeworkbench.model.TrainingPlan;
import org.aeworkbench.modelfile.TrainedModel;
import org.aeworkbench.problem.UsageException;

/** The backends by their names. */
public final class Backends {
  private Backends() {}

  /** The backend of a name. */
  public static Backend of(BackendName name) {
    return switch (name) {
      case VECTOR -> new VectorBackend();
      case DL4J -> new Dl4jBackend();
    };
  }

  /**
   * Accepts a plan that its backend can train.
   *
   * @throws UsageException saying what the backend does not have; the remedy names the other one
   *     where that can
   */
  public static void check(TrainingPlan plan) {
    Optional<String> refusal = of(plan.backend()).refusal(plan);
    if (refusal.isPresent()) {
      BackendName other =
          plan.backend() == BackendName.VECTOR ? BackendName.DL4J : BackendName.VECTOR;
      throw new UsageException(
          refusal.get(),
          of(other).refusal(plan).isEmpty()
              ? "Choose the backend " + other.id() + "."
              : "Choose another network.");
    }
  }

  /**
   * A trainer that goes on from a model, on the very backend of its plan.
   *
   * @param threads of the vector backend, at least 1
   * @throws UsageException as {@link #check}
   */
  public static Trainer open(TrainedModel start, int threads) {
    check(start.plan());
    return of(start.plan().backend())
        .open(
            start.plan(),
            start.parameters(),
            start.updaterState(),
            threads,
            NoiseStreams.of(start.plan().seed()));
  }
}
