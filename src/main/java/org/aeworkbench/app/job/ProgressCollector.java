package org.aeworkbench.app.job;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.aeworkbench.app.job.ProgressUpdate.Snapshot;
import org.aeworkbench.model.LossTerms;
import org.aeworkbench.modelfile.EpochResult;
import org.aeworkbench.modelfile.TrainedModel;
import org.aeworkbench.network.Autoencoder;
import org.aeworkbench.training.TrainingObserver;
import org.jspecify.annotations.Nullable;

/**
 * The letter box between the training thread, which drops in, and the FX thread, which empties it
 * once a frame. Neither ever waits for the other for longer than it takes to copy a few numbers.
 */
public final class ProgressCollector implements TrainingObserver {
  private @Nullable TrainedModel started;
  private float[] losses = new float[256];
  private int lossCount;
  private final List<EpochResult> epochs = new ArrayList<>();
  private int batches;
  private @Nullable Snapshot snapshot;
  private @Nullable TrainedModel checkpoint;
  private @Nullable TrainingOutcome outcome;

  synchronized void started(TrainedModel model) {
    started = model;
  }

  synchronized void ended(TrainingOutcome how) {
    outcome = how;
  }

  @Override
  public synchronized void onBatch(int epoch, int batch, int batches, LossTerms loss) {
    if (lossCount == losses.length) {
      losses = Arrays.copyOf(losses, 2 * lossCount);
    }
    losses[lossCount++] = (float) loss.total();
    this.batches = batches;
  }

  @Override
  public synchronized void onEpoch(EpochResult result) {
    epochs.add(result);
  }

  @Override
  public synchronized void onSnapshot(Autoencoder network, int epoch, boolean endOfEpoch) {
    // The state at an epoch's end is worth more than the one a moment later: tabs keep it.
    if (snapshot == null || endOfEpoch || !snapshot.endOfEpoch()) {
      snapshot = new Snapshot(network, epoch, endOfEpoch);
    }
  }

  @Override
  public synchronized void onCheckpoint(TrainedModel model) {
    checkpoint = model;
  }

  /** Everything since the last call. */
  public synchronized ProgressUpdate drain() {
    ProgressUpdate update =
        new ProgressUpdate(
            started,
            Arrays.copyOf(losses, lossCount),
            List.copyOf(epochs),
            batches,
            snapshot,
            checkpoint,
            outcome);
    started = null;
    lossCount = 0;
    epochs.clear();
    snapshot = null;
    checkpoint = null;
    return update;
  }
}
