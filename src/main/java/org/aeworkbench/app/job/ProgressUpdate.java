package org.aeworkbench.app.job;

import java.util.List;
import org.aeworkbench.modelfile.EpochResult;
import org.aeworkbench.modelfile.TrainedModel;
import org.aeworkbench.network.Autoencoder;
import org.jspecify.annotations.Nullable;

/**
 * What happened in a training since the last look.
 *
 * @param started the model before the first batch, once
 * @param batchLosses of the batches since then, in order
 * @param epochs finished since then
 * @param batches of an epoch
 * @param snapshot the newest network, if there is a new one
 * @param checkpoint the newest whole model, if there is a new one
 * @param outcome set once, when the training has ended
 */
public record ProgressUpdate(
    @Nullable TrainedModel started,
    float[] batchLosses,
    List<EpochResult> epochs,
    int batches,
    @Nullable Snapshot snapshot,
    @Nullable TrainedModel checkpoint,
    @Nullable TrainingOutcome outcome) {

  /** A network at some moment of a training. */
  public record Snapshot(Autoencoder autoencoder, int epoch, boolean endOfEpoch) {}
}
