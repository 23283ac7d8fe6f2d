package org.aeworkbench.training;

import org.aeworkbench.modelfile.TrainedModel;
import org.aeworkbench.problem.ProblemException;

/** A loss became infinite or not a number. The model as of the last good batch is kept. */
public final class TrainingDivergedException extends ProblemException {
  private static final long serialVersionUID = 1L;

  private final transient TrainedModel lastGood;

  /** Made by the training loop. */
  TrainingDivergedException(String problem, String remedy, TrainedModel lastGood) {
    super(problem, remedy);
    this.lastGood = lastGood;
  }

  /** The model before the batch that failed. */
  public TrainedModel lastGood() {
    return lastGood;
  }
}
