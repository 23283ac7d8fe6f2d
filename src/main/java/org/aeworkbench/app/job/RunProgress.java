package org.aeworkbench.app.job;

import org.aeworkbench.model.TrainingPlan;

/** The losses of a run as they come in, and how far and how fast it is. Only for one thread. */
public final class RunProgress {
  private final Throughput throughput = new Throughput();
  private LossHistory losses = new LossHistory(1);

  /** The losses so far. */
  public LossHistory losses() {
    return losses;
  }

  /** Another run begins, or is shown, with these losses. */
  public void begin(LossHistory history) {
    losses = history;
    rest();
  }

  /** Nothing is learned for a while: the speed is measured anew. */
  public void rest() {
    throughput.clear();
  }

  /**
   * Takes what came since the last call.
   *
   * @param batchSize images of a batch
   * @param learning false while batches that were begun are only being finished: no measure of
   *     speed
   * @param nanos time of the call
   * @return false if nothing came
   */
  public boolean take(ProgressUpdate update, int batchSize, boolean learning, long nanos) {
    if (update.batchLosses().length == 0 && update.epochs().isEmpty()) {
      return false;
    }
    losses.add(update.batchLosses(), update.epochs());
    if (learning) {
      throughput.add(nanos, (long) update.batchLosses().length * batchSize);
    }
    return true;
  }

  /** How far the run is, by a plan whose epochs have so many batches. */
  public TrainingProgress of(TrainingPlan plan, int batches) {
    return TrainingProgress.of(plan, losses, batches, throughput.imagesPerSecond());
  }
}
