package org.aeworkbench.app.job;

import org.aeworkbench.model.TrainingPlan;
import org.aeworkbench.modelfile.TrainedModel;

/** Who is asked and told of trainings. Called on the FX thread. */
public interface TrainingHost {
  /** A training could not go on, for the reason of one line. */
  default void onFailure(String reason) {}

  /** A model is about to make room for another or for nothing. */
  default void onReplaced(TrainedModel replaced) {}

  /** Whether the model that is there may be trained further by a plan on the data that is there. */
  default boolean mayContinue(TrainingPlan plan) {
    return true;
  }

  /** A new model is about to be trained. */
  default void beforeStart() {}
}
