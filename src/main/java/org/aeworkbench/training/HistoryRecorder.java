package org.aeworkbench.training;

import java.util.ArrayList;
import java.util.List;
import org.aeworkbench.model.LossTerms;
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
  private double reconstruction;
  private double penalty;

  HistoryRecorder(TrainingHistory start, int batchesAnEpoch, int batchSize, int images) {
    epochs = new ArrayList<>(start.epochs());
    batches = new BatchLossRecorder(start.batches());
    reconstruction = start.epochLoss().reconstruction();
    penalty = start.epochLoss().penalty();
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

  void addBatch(LossTerms loss) {
    int batch = batchesOfUnfinishedEpoch();
    int count = Math.min(batchSize, images - batch * batchSize);
    reconstruction += (double) (float) loss.reconstruction() * count;
    penalty += (double) (float) loss.penalty() * count;
    batches.add((float) loss.total());
  }

  /**
   * Closes the epoch; its training loss is the mean over images, so a short last batch counts less.
   */
  EpochResult finishEpoch(LossTerms validationLoss, double learningRate, double seconds) {
    EpochResult result =
        new EpochResult(
            epochs.size() + 1,
            new LossTerms(reconstruction / images, penalty / images),
            validationLoss,
            learningRate,
            seconds);
    epochs.add(result);
    reconstruction = 0;
    penalty = 0;
    return result;
  }

  TrainingHistory history() {
    return new TrainingHistory(epochs, batches.losses(), new LossTerms(reconstruction, penalty));
  }
}
