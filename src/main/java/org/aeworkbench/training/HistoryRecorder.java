package org.aeworkbench.training;

import java.util.ArrayList;
import java.util.List;
import org.aeworkbench.modelfile.BatchLossRecorder;
import org.aeworkbench.modelfile.EpochResult;
import org.aeworkbench.modelfile.TrainingHistory;

/** Writes a history down while a training goes on. */
final class HistoryRecorder {
  private final List<EpochResult> epochs;
  private final BatchLossRecorder batches;
  private final int batchesAnEpoch;
  private final int batchSize;
  private final int images;
  private double epochLoss;

  HistoryRecorder(TrainingHistory start, int batchesAnEpoch, int batchSize, int images) {
    epochs = new ArrayList<>(start.epochs());
    batches = new BatchLossRecorder(start.batches());
    epochLoss = start.epochLoss();
    this.batchesAnEpoch = batchesAnEpoch;
    this.batchSize = batchSize;
    this.images = images;
  }

  int finishedEpochs() {
    return epochs.size();
  }

  int batchesOfUnfinishedEpoch() {
    return Math.toIntExact(batches.batches() - (long) epochs.size() * batchesAnEpoch);
  }

  void addBatch(double loss) {
    int batch = batchesOfUnfinishedEpoch();
    float kept = (float) loss;
    epochLoss += (double) kept * Math.min(batchSize, images - batch * batchSize);
    batches.add(kept);
  }

  /**
   * Closes the epoch; its training loss is the mean over images, so a short last batch counts less.
   */
  EpochResult finishEpoch(double validationLoss, double learningRate, double seconds) {
    EpochResult result =
        new EpochResult(
            epochs.size() + 1, epochLoss / images, validationLoss, learningRate, seconds);
    epochs.add(result);
    epochLoss = 0;
    return result;
  }

  TrainingHistory history() {
    return new TrainingHistory(epochs, batches.losses(), epochLoss);
  }
}
