package org.aeworkbench.cli;

import java.nio.file.Path;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.figures.ReconstructionFigure;
import org.aeworkbench.files.AtomicFile;
import org.aeworkbench.modelfile.EpochResult;
import org.aeworkbench.modelfile.ModelFile;
import org.aeworkbench.modelfile.TrainedModel;
import org.aeworkbench.modelfile.TrainingHistory;

/**
 * The files that a training leaves.
 *
 * @param folder where they go
 * @param test images of the figure
 */
record TrainingOutput(Path folder, Dataset test) {
  Path modelFile() {
    return folder.resolve("model" + ModelFile.EXTENSION);
  }

  /** Keeps the model alone, safe against a crash to come. */
  void checkpoint(TrainedModel model) {
    ModelFile.save(model, modelFile());
  }

  void save(TrainedModel model) {
    ModelFile.save(model, modelFile());
    AtomicFile.writeText(folder.resolve("history.csv"), csv(model.history()));
    Digits.writePng(
        ReconstructionFigure.ofLab(model.autoencoder(), test),
        folder.resolve("reconstructions.png"));
  }

  static String csv(TrainingHistory history) {
    StringBuilder csv = new StringBuilder("epoch,trainLoss,validationLoss,learningRate,seconds\n");
    for (EpochResult epoch : history.epochs()) {
      csv.append(epoch.epoch())
          .append(',')
          .append(epoch.trainLoss())
          .append(',')
          .append(epoch.validationLoss())
          .append(',')
          .append(epoch.learningRate())
          .append(',')
          .append(epoch.seconds())
          .append('\n');
    }
    return csv.toString();
  }
}
