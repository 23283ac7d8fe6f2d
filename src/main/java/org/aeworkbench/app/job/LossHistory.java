package org.aeworkbench.app.job;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.aeworkbench.modelfile.EpochResult;
import org.aeworkbench.modelfile.TrainingHistory;
import org.jspecify.annotations.Nullable;

/** The losses of a run as the chart shows them. Only for the FX thread. */
public final class LossHistory {
  private final LossSeries batches;
  private final List<EpochResult> epochs = new ArrayList<>();

  /**
   * @param batchesPerEpoch at least 1
   */
  public LossHistory(int batchesPerEpoch) {
    batches = new LossSeries(batchesPerEpoch);
  }

  /** The history of a model that was opened or is trained further. */
  public static LossHistory of(TrainingHistory history, int batchesPerEpoch) {
    LossHistory losses = new LossHistory(batchesPerEpoch);
    for (float mean : history.batches().means()) {
      losses.batches.add(mean, history.batches().stride());
    }
    losses.epochs.addAll(history.epochs());
    return losses;
  }

  /** Takes what came since the last call: losses of batches in order, epochs that have ended. */
  public void add(float[] batchLosses, List<EpochResult> finished) {
    for (float loss : batchLosses) {
      batches.add(loss, 1);
    }
    epochs.addAll(finished);
  }

  /** The batch losses. */
  public LossSeries batches() {
    return batches;
  }

  /** The finished epochs; not to be written to. */
  public List<EpochResult> epochs() {
    return Collections.unmodifiableList(epochs);
  }

  /** The last finished epoch, null before the first. */
  public @Nullable EpochResult last() {
    return epochs.isEmpty() ? null : epochs.getLast();
  }

  /** True before the first batch. */
  public boolean isEmpty() {
    return batches.size() == 0 && epochs.isEmpty();
  }
}
