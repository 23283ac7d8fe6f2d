package org.aeworkbench.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes a history down while a training goes on. */
final class HistoryRecorder {
  private final List<EpochResult> epochs;
  private final int batchesAnEpoch;
  private final int batchSize;
  private final int images;
  private float[] losses;
  private int count;

  HistoryRecorder(TrainingHistory start, int batchesAnEpoch, int batchSize, int images) {
    epochs = new ArrayList<>(start.epochs());
    losses = start.batchLosses().clone();
    count = losses.length;
    this.batchesAnEpoch = batchesAnEpoch;
    this.batchSize = batchSize;
    this.images = images;
  }

  int finishedEpochs() {
    return epochs.size();
  }

  int batchesOfUnfinishedEpoch() {
    return count - epochs.size() * batchesAnEpoch;
  }

  void addBatch(double loss) {
    if (count == losses.length) {
      losses = Arrays.copyOf(losses, Math.max(1024, 2 * count));
    }
    losses[count++] = (float) loss;
  }

  /**
   * Closes the epoch; its training loss is the mean over images, so a short last batch counts less.
   */
  EpochResult finishEpoch(double validationLoss, double learningRate, double seconds) {
    int from = count - batchesAnEpoch;
    double sum = 0;
    for (int batch = 0; batch < batchesAnEpoch; batch++) {
      sum += (double) losses[from + batch] * Math.min(batchSize, images - batch * batchSize);
    }
    EpochResult result =
        new EpochResult(epochs.size() + 1, sum / images, validationLoss, learningRate, seconds);
    epochs.add(result);
    return result;
  }

  TrainingHistory history() {
    return new TrainingHistory(epochs, Arrays.copyOf(losses, count));
  }
}
