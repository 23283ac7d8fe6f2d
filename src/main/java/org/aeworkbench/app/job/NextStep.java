package org.aeworkbench.app.job;

import org.aeworkbench.model.TrainingPlan;
import org.aeworkbench.modelfile.TrainedModel;
import org.jspecify.annotations.Nullable;

/** What the Train button does with the plan as it is chosen. */
public enum NextStep {
  /** A new network is trained. */
  START,
  /** The model that is there has epochs left in the plan. */
  CONTINUE,
  /** The model that is there has been trained by exactly this plan: a new one would be the same. */
  DONE;

  /** What a plan means for the model that is there, null if there is none. */
  public static NextStep of(@Nullable TrainedModel model, TrainingPlan wanted) {
    if (model == null || !sameCourse(model.plan(), wanted)) {
      return START;
    }
    return model.history().epochs().size() < wanted.epochs() ? CONTINUE : DONE;
  }

  // Epochs, backend and learning rate may change on the way, the rest makes it another run.
  private static boolean sameCourse(TrainingPlan trained, TrainingPlan wanted) {
    return trained
        .withEpochs(wanted.epochs())
        .withBackend(wanted.backend())
        .withOptimizer(trained.optimizer().withLearningRate(wanted.optimizer().learningRate()))
        .equals(wanted);
  }
}
