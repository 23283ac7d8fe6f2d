package org.aeworkbench.modelfile;

import java.util.List;
import org.aeworkbench.model.LossTerms;
import org.jspecify.annotations.Nullable;

/**
 * The course of a training so far.
 *
 * @param epochs finished epochs, in order
 * @param batches losses of the batches, an unfinished epoch's included, thinned where they are many
 * @param epochLoss of the unfinished epoch: sum over its batches of loss times images, exactly as
 *     the epoch's mean is made of it; 0 at an epoch's end
 */
public record TrainingHistory(List<EpochResult> epochs, BatchLosses batches, LossTerms epochLoss) {
  /** Of no batch. */
  private static final LossTerms NOTHING = LossTerms.plain(0);

  /** Copies the list. */
  public TrainingHistory {
    epochs = List.copyOf(epochs);
  }

  /** Before the first batch. */
  public static TrainingHistory empty() {
    return new TrainingHistory(List.of(), BatchLosses.none(), NOTHING);
  }

  /**
   * Of the losses of every batch.
   *
   * @param losses of all batches in order
   * @param batchSize images of a batch
   * @param images of an epoch
   */
  public static TrainingHistory ofEveryBatch(
      List<EpochResult> epochs, float[] losses, int batchSize, int images) {
    int batchesAnEpoch = Math.max(1, Math.ceilDiv(images, batchSize));
    double sum = 0;
    for (int i = Math.min(losses.length, epochs.size() * batchesAnEpoch), batch = 0;
        i < losses.length;
        i++, batch++) {
      sum += (double) losses[i] * Math.min(batchSize, images - batch * batchSize);
    }
    return new TrainingHistory(epochs, BatchLosses.of(losses), LossTerms.plain(sum));
  }

  /** The last finished epoch, null before the first. */
  public @Nullable EpochResult last() {
    return epochs.isEmpty() ? null : epochs.getLast();
  }
}
