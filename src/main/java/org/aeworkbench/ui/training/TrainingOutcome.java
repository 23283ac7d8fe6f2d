package org.aeworkbench.ui.training;

import org.aeworkbench.modelfile.TrainedModel;
import org.jspecify.annotations.Nullable;

/** How a training ended. */
sealed interface TrainingOutcome {
  /** The plan is done, or the training was stopped. */
  record Finished(TrainedModel model) implements TrainingOutcome {}

  /**
   * The training could not go on.
   *
   * @param message one line for the user
   * @param lastGood what was learned until then, if anything
   */
  record Failed(String message, @Nullable TrainedModel lastGood) implements TrainingOutcome {}
}
