package org.aeworkbench.app.job;

import org.aeworkbench.model.TrainingPlan;
import org.aeworkbench.modelfile.TrainedModel;
import org.aeworkbench.training.TrainingControl;
import org.aeworkbench.training.TrainingObserver;

/**
 * What the window trains with: a training loop that is bound to its data. What takes long is called
 * on the training thread.
 */
public interface TrainingEngine {
  /**
   * Accepts a plan that {@link #untrained} and {@link #run} would accept. Quick, for any thread.
   *
   * @throws org.aeworkbench.problem.UsageException if its training does not fit in the memory
   */
  void check(TrainingPlan plan);

  /** A model as it is before its first batch. */
  TrainedModel untrained(TrainingPlan plan);

  /**
   * Trains until the plan is done or the control says stop; see {@link
   * org.aeworkbench.training.TrainingLoop#run}.
   */
  TrainedModel run(TrainedModel start, TrainingControl control, TrainingObserver observer);

  /** Number of training images: what the number of batches an epoch follows from. */
  int trainingImages();
}
