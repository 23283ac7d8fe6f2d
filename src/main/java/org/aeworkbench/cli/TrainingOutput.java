package org.aeworkbench.cli;

import java.nio.file.Path;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.figures.ReconstructionFigure;
import org.aeworkbench.files.AtomicFile;
import org.aeworkbench.files.UserFolders;
import org.aeworkbench.modelfile.EpochResult;
import org.aeworkbench.modelfile.KeptName;
import org.aeworkbench.modelfile.ModelFile;
import org.aeworkbench.modelfile.TrainedModel;
import org.aeworkbench.modelfile.TrainingHistory;
import org.aeworkbench.problem.ProblemException;

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

  /** Keeps model and history, safe against a crash to come. */
  void checkpoint(TrainedModel model) {
    ModelFile.save(model, modelFile());
    AtomicFile.writeText(folder.resolve("history.csv"), csv(model.history()));
  }

  /**
   * Writes all files.
   *
   * @throws ProblemException if that is not possible; it says where the model is, which is put
   *     among the user's own if it cannot be written here
   */
  void save(TrainedModel model) {
    try {
      ModelFile.save(model, modelFile());
    } catch (ProblemException e) {
      Path kept = rescued(model, e);
      throw new ProblemException(e.getMessage(), "What was learned is in " + kept + ".", e);
    }
    AtomicFile.writeText(folder.resolve("history.csv"), csv(model.history()));
    ImageFiles.writePng(
        ReconstructionFigure.ofLab(model.autoencoder(), test),
        folder.resolve("reconstructions.png"));
  }

  private static Path rescued(TrainedModel model, ProblemException reason) {
    Path kept = KeptName.of(model, UserFolders.ofSystem());
    try {
      ModelFile.save(model, kept);
      return kept;
    } catch (ProblemException e) {
      reason.addSuppressed(e);
      throw reason;
    }
  }

  static String csv(TrainingHistory history) {
    StringBuilder csv =
        new StringBuilder(
            "epoch,trainLoss,validationLoss,learningRate,seconds,trainReconstruction,trainPenalty,"
                + "validationReconstruction,validationPenalty\n");
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
          .append(',')
          .append(epoch.train().reconstruction())
          .append(',')
          .append(epoch.train().penalty())
          .append(',')
          .append(epoch.validation().reconstruction())
          .append(',')
          .append(epoch.validation().penalty())
          .append('\n');
    }
    return csv.toString();
  }
}
