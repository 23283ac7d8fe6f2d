package org.aeworkbench.app.job;

import org.aeworkbench.modelfile.TrainedModel;
import org.jspecify.annotations.Nullable;

/** How a training ended. */
public sealed interface TrainingOutcome {
  /** What was learned, if anything. */
  @Nullable TrainedModel model();

  /** The plan is done, or the training was stopped. */
  record Finished(TrainedModel model) implements TrainingOutcome {}

  /**
   * The training could not go on.
   *
   * @param message one line for the user
   * @param model what was learned until then, if anything
   */
  record Failed(String message, @Nullable TrainedModel model) implements TrainingOutcome {}
}
