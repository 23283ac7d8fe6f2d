package org.aeworkbench.app.job;

import org.aeworkbench.model.TrainingPlan;
import org.aeworkbench.modelfile.EpochResult;
import org.jspecify.annotations.Nullable;

/**
 * How far a training is.
 *
 * @param epoch that is under way or was the last, counted from 1; 0 before the first batch
 * @param epochs in all, 0 without a plan
 * @param fraction of all batches that are done, 0…1
 * @param batchLoss mean of the last few batches, NaN before the first
 * @param last finished epoch, null before the first
 * @param imagesPerSecond 0 while unknown
 * @param secondsLeft NaN while unknown
 */
public record TrainingProgress(
    int epoch,
    int epochs,
    double fraction,
    double batchLoss,
    @Nullable EpochResult last,
    double imagesPerSecond,
    double secondsLeft) {
  /** Nothing was ever started. */
  public static final TrainingProgress NONE =
      new TrainingProgress(0, 0, 0, Double.NaN, null, 0, Double.NaN);

  /** How far a training is whose losses these are, at a speed of images a second. */
  public static TrainingProgress of(
      TrainingPlan plan, LossHistory losses, int batchesPerEpoch, double imagesPerSecond) {
    long done = losses.batches().batches();
    long all = (long) plan.epochs() * batchesPerEpoch;
    long left = Math.max(0, all - done);
    return new TrainingProgress(
        (int) Math.min(plan.epochs(), Math.ceilDiv(done, (long) batchesPerEpoch)),
        plan.epochs(),
        Math.clamp(all == 0 ? 0 : (double) done / all, 0, 1),
        losses.batches().recentMean(10),
        losses.last(),
        imagesPerSecond,
        imagesPerSecond > 0 ? left * (double) plan.batchSize() / imagesPerSecond : Double.NaN);
  }

  /** The same, with nothing running. */
  public TrainingProgress atRest() {
    return new TrainingProgress(epoch, epochs, fraction, batchLoss, last, 0, Double.NaN);
  }
}
