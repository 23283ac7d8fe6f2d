package org.aeworkbench.training;

import org.aeworkbench.data.Dataset;

/**
 * Drives a trainer through the epochs of a plan: order of the images, losses, validation,
 * snapshots, pause and stop, divergence. Blocks the calling thread, which owns the network
 * meanwhile.
 */
public final class TrainingLoop {
  private final Dataset training;
  private final Dataset validation;
  private final int threads;

  /**
   * @param training images to learn
   * @param validation images to judge by after every epoch
   * @param threads of the vector backend, at least 1
   */
  public TrainingLoop(Dataset training, Dataset validation, int threads) {
    this.training = training;
    this.validation = validation;
    this.threads = threads;
  }

  /** A model as it is before its first batch: initialised from the plan's seed by DL4J. */
  public TrainedModel untrained(TrainingPlan plan, String dataName) {
    throw new UnsupportedOperationException("TODO" + training + validation + threads + dataName);
  }

  /**
   * Trains until {@code start.plan().epochs()} epochs are done or the control says stop. A model
   * that was stopped within an epoch goes on with that epoch's next batch.
   *
   * @return the model with what was learned, also after a stop
   * @throws TrainingDivergedException if a loss is not finite; it carries the last good model
   */
  public TrainedModel run(TrainedModel start, TrainingControl control, TrainingObserver observer) {
    throw new UnsupportedOperationException("TODO");
  }
}
