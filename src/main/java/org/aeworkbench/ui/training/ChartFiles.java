package org.aeworkbench.ui.training;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;
import org.aeworkbench.app.work.Background;
import org.aeworkbench.files.AtomicFile;
import org.aeworkbench.modelfile.EpochResult;
import org.aeworkbench.modelfile.TrainedModel;
import org.aeworkbench.ui.common.PngFile;
import org.aeworkbench.ui.messages.Messages;
import org.aeworkbench.ui.messages.Problems;

/** Takes the losses away: the chart as a picture, the numbers as a table. */
public final class ChartFiles {
  private static final double PICTURE_SCALE = 2;

  private final TrainingViewModel training;
  private final Supplier<Node> chart;
  private final Background background;
  private final Messages messages;
  private final Problems problems;

  /** * @param chart as it is on screen */
  public ChartFiles(
      TrainingViewModel training,
      Supplier<Node> chart,
      Background background,
      Messages messages,
      Problems problems) {
    this.training = training;
    this.chart = chart;
    this.background = background;
    this.messages = messages;
    this.problems = problems;
  }

  /** Writes the chart as it is on screen, at twice the resolution. */
  public void savePicture(Path file) {
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setTransform(Transform.scale(PICTURE_SCALE, PICTURE_SCALE));
    WritableImage picture = chart.get().snapshot(parameters, null);
    write(file, () -> PngFile.write(picture, file));
  }

  /** Writes every batch and every epoch of the run. */
  public void saveTable(Path file) {
    TrainedModel model = training.checkpointProperty().get();
    if (model != null) {
      write(file, () -> AtomicFile.writeText(file, table(model)));
    }
  }

  private void write(Path file, Runnable writing) {
    background.run(
        () -> {
          writing.run();
          return file;
        },
        written -> messages.info("Saved to " + written + "."),
        problems::show);
  }

  /**
   * A line for every batch (its loss) and one for every finished epoch (train and validation loss,
   * learning rate, seconds; no batch number). Of a very long training, where only means of several
   * batches are kept, a line for each, with the number of the last one.
   */
  static String table(TrainedModel model) {
    int batches = Math.ceilDiv(model.provenance().trainingImages(), model.plan().batchSize());
    List<EpochResult> epochs = model.history().epochs();
    float[] losses = model.history().batches().means();
    int stride = model.history().batches().stride();
    StringBuilder csv =
        new StringBuilder("epoch,batch,batchLoss,trainLoss,validationLoss,learningRate,seconds\n");
    int written = 0;
    for (int i = 0; i < losses.length; i++) {
      long batch = (i + 1L) * stride - 1;
      csv.append(batch / batches + 1).append(',').append(batch % batches + 1).append(',');
      csv.append(losses[i]).append(",,,,\n");
      long finished = Math.min(epochs.size(), (batch + 1) / batches);
      while (written < finished) {
        append(csv, epochs.get(written++));
      }
    }
    for (EpochResult epoch : epochs.subList(written, epochs.size())) {
      append(csv, epoch);
    }
    return csv.toString();
  }

  private static void append(StringBuilder csv, EpochResult epoch) {
    csv.append(
        String.format(
            Locale.ROOT,
            "%d,,,%s,%s,%s,%.3f\n",
            epoch.epoch(),
            epoch.trainLoss(),
            epoch.validationLoss(),
            epoch.learningRate(),
            epoch.seconds()));
  }
}
