package org.aeworkbench.backend.dl4j;

import java.util.Optional;
import org.aeworkbench.backend.Backend;
import org.aeworkbench.backend.Trainer;
import org.aeworkbench.model.Code;
import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.model.NoiseStreams;
import org.aeworkbench.model.Optimizer;
import org.aeworkbench.model.Penalty;
import org.aeworkbench.model.TrainingPlan;
import org.aeworkbench.network.UpdaterState;

/** Deeplearning4j, the second opinion; it computes with as many threads as it likes. */
public final class Dl4jBackend implements Backend {
  @Override
  public Optional<String> refusal(TrainingPlan plan) {
    if (plan.objective().penalty() instanceof Penalty.L1) {
      return Optional.of("Deeplearning4j has no penalty on the values of a layer.");
    }
    // Its formula divides by √a + epsilon; at gradients of a mean over pixels that is another one.
    return plan.optimizer() instanceof Optimizer.Rmsprop
        ? Optional.of(
            "Deeplearning4j's RMSprop has its epsilon outside the root, Keras' has it inside.")
        : refusal(plan.spec());
  }

  /** What DL4J does not have of a network that is trained, a sentence; empty if it has all. */
  public static Optional<String> refusal(NetworkSpec spec) {
    return spec.code() instanceof Code.Gaussian
        ? Optional.of("Deeplearning4j does not train a gaussian code as a part of a network.")
        : StockModel.refusal(spec);
  }

  @Override
  public Trainer open(
      TrainingPlan plan,
      float[] parameters,
      UpdaterState state,
      int threads,
      NoiseStreams streams) {
    return new Dl4jTrainer(plan, Dl4jNetwork.restored(plan, parameters, state), streams);
  }
}
