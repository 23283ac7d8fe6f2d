package org.aeworkbench.modelfile;

import org.aeworkbench.model.TrainingPlan;
import org.aeworkbench.network.Autoencoder;
import org.aeworkbench.network.UpdaterState;

/**
 * A model with all that is needed to use it, judge it and train it further: the content of an
 * {@code .aemodel} file. Immutable; the arrays are not to be written to.
 *
 * @param plan how it was trained
 * @param parameters weights and biases in the order of {@link Autoencoder#parameters()}
 * @param updaterState what the optimizer remembers
 * @param history losses so far
 * @param provenance where it comes from
 */
public record TrainedModel(
    TrainingPlan plan,
    float[] parameters,
    UpdaterState updaterState,
    TrainingHistory history,
    Provenance provenance) {
  /** The runnable network. */
  public Autoencoder autoencoder() {
    return new Autoencoder(plan.spec(), parameters);
  }

  /** The same model, to be trained by another plan for the same network. */
  public TrainedModel withPlan(TrainingPlan other) {
    return new TrainedModel(other, parameters, updaterState, history, provenance);
  }
}
