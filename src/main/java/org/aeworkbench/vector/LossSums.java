package org.aeworkbench.vector;

import org.aeworkbench.model.LossTerms;

/** The losses of a batch, summed up task by task and chunk by chunk in their order. */
final class LossSums {
  private final double[] losses;
  private final double[] penalties;
  private double loss;
  private double penalty;

  /**
   * Nothing summed up.
   *
   * @param tasks at most, of a chunk
   */
  LossSums(int tasks) {
    losses = new double[tasks];
    penalties = new double[tasks];
  }

  /** Before a batch. */
  void clear() {
    loss = 0;
    penalty = 0;
  }

  /** The sums of one task's images; called by any thread, for different tasks. */
  void set(int task, double lossSum, double penaltySum) {
    losses[task] = lossSum;
    penalties[task] = penaltySum;
  }

  /** Adds the first so many tasks, all of them done. */
  void add(int tasks) {
    for (int t = 0; t < tasks; t++) {
      loss += losses[t];
      penalty += penalties[t];
    }
  }

  boolean areFinite() {
    return Double.isFinite(loss) && Double.isFinite(penalty);
  }

  /**
   * The means.
   *
   * @param size numbers of an image
   * @param penaltyFactor of the mean penalty of an image
   */
  LossTerms mean(int images, int size, double penaltyFactor) {
    return new LossTerms(loss / images / size, penalty * (penaltyFactor / images));
  }
}
