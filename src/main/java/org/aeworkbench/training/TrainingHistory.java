package org.aeworkbench.training;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The course of a training so far.
 *
 * @param epochs finished epochs, in order
 * @param batchLosses loss of every batch, in order, an unfinished epoch's included; not to be
 *     written to
 */
public record TrainingHistory(List<EpochResult> epochs, float[] batchLosses) {
  /** Copies the list (not the array). */
  public TrainingHistory {
    epochs = List.copyOf(epochs);
  }

  /** Before the first batch. */
  public static TrainingHistory empty() {
    return new TrainingHistory(List.of(), new float[0]);
  }

  /** The last finished epoch, null before the first. */
  public @Nullable EpochResult last() {
    return epochs.isEmpty() ? null : epochs.getLast();
  }
}
