package org.aeworkbench.cli;

import java.util.Locale;
import org.aeworkbench.model.LossTerms;
import org.aeworkbench.model.TrainingPlan;
import org.aeworkbench.modelfile.EpochResult;
import org.aeworkbench.modelfile.ModelFile;
import org.aeworkbench.modelfile.TrainedModel;
import org.aeworkbench.problem.ProblemException;
import org.aeworkbench.problem.ReaderGoneException;
import org.aeworkbench.training.TrainingControl;
import org.aeworkbench.training.TrainingObserver;
import org.jspecify.annotations.Nullable;

/**
 * Says how a training goes: a line an epoch on standard output, a progress bar on a terminal, and
 * keeps the model safe meanwhile.
 */
final class TrainingReporter implements TrainingObserver {
  /** What a crash may cost, or an epoch if that takes longer; with time for the writing. */
  private static final double CHECKPOINT_SECONDS = 4;

  private final Console console;
  private final TrainingControl control;
  private final TrainingPlan plan;
  private final boolean json;
  private final TrainingOutput output;
  private final Pace pace;
  private final @Nullable ProgressBar bar;
  private final CheckpointWriter checkpoints;
  private final DoctorReport doctor;
  private @Nullable ProblemException unprinted;
  private boolean estimated;
  private boolean first = true;
  private double epochSeconds = Double.POSITIVE_INFINITY;
  private long lastCheckpoint = System.nanoTime();

  /**
   * @param control is told to stop if nobody reads the lines any more
   * @param json for lines of JSON
   * @param output where the model is kept
   */
  TrainingReporter(
      Console console,
      TrainingControl control,
      TrainingPlan plan,
      boolean json,
      TrainingOutput output) {
    this.console = console;
    this.control = control;
    this.plan = plan;
    this.json = json;
    this.output = output;
    pace = new Pace(plan.epochs(), System::nanoTime);
    checkpoints =
        new CheckpointWriter(
            output::checkpoint, problem -> note(problem + " The training goes on."));
    doctor = new DoctorReport(plan, output.test(), this::note);
    bar = console.terminal() ? new ProgressBar(console, plan.epochs(), pace) : null;
  }

  @Override
  public void onBatch(int epoch, int batch, int batches, LossTerms loss) {
    pace.batchDone(epoch, batch, batches);
    doctor.batch(loss.total());
    if (!estimated && pace.isKnown()) {
      estimated = true;
      note(
          String.format(
              Locale.ROOT,
              "An epoch of %d batches takes about %s with the %s backend.",
              batches,
              Durations.text(pace.epochSeconds()),
              plan.backend().id()));
    }
    if (bar != null) {
      bar.show(epoch, batch, batches, loss.total());
    }
  }

  @Override
  public void onEpoch(EpochResult result) {
    pace.epochDone(result.seconds());
    epochSeconds = result.seconds();
    clearBar();
    print(json ? json(result) : text(result));
    doctor.epoch(result);
  }

  @Override
  public void onCheckpoint(TrainedModel model) {
    // Now, if the next one may come too late. The first is written whatever it costs.
    double since = (System.nanoTime() - lastCheckpoint) / 1e9;
    if (first || since + epochSeconds > CHECKPOINT_SECONDS) {
      first = false;
      lastCheckpoint = System.nanoTime();
      checkpoints.offer(model);
    }
  }

  /** Ctrl+C came. */
  void stopping() {
    note("Stopping after this batch.");
  }

  /** Before the first batch. */
  void begin() {
    checkpoints.prepare(() -> ModelFile.prepare(plan));
    doctor.begin();
  }

  /**
   * No more batches, and no more checkpoints.
   *
   * @param model what was learned
   */
  void end(TrainedModel model) {
    clearBar();
    checkpoints.close();
    doctor.end(model.autoencoder());
  }

  /**
   * All files are written.
   *
   * @throws ProblemException if the lines of epochs could not be
   */
  void saved(TrainedModel model, boolean stopped) {
    String files =
        "model.aemodel, history.csv and reconstructions.png are in " + output.folder() + ".";
    note(
        stopped
            ? files
                + " Go on with: train --resume "
                + output.modelFile()
                + " --epochs "
                + model.plan().epochs()
            : files);
    if (unprinted != null) {
      throw unprinted;
    }
  }

  /** What is learned is worth more than the lines about it. */
  private void print(String line) {
    if (unprinted != null) {
      return;
    }
    try {
      console.line(line);
    } catch (ProblemException e) {
      unprinted = e;
      if (e instanceof ReaderGoneException) {
        control.stop();
      } else {
        note(e.getMessage() + " The training goes on.");
      }
    }
  }

  private synchronized void note(String text) {
    clearBar();
    console.note(text);
  }

  private void clearBar() {
    if (bar != null) {
      bar.clear();
    }
  }

  private String text(EpochResult result) {
    return String.format(
        Locale.ROOT,
        "epoch %d/%d  train %s  validation %s  %s",
        result.epoch(),
        plan.epochs(),
        LossText.of(result.train(), plan),
        LossText.of(result.validation(), plan),
        Durations.text(result.seconds()));
  }

  /** Double's own notation is valid JSON as long as the number is finite, which losses are here. */
  static String json(EpochResult result) {
    return "{\"epoch\":"
        + result.epoch()
        + ",\"trainLoss\":"
        + result.trainLoss()
        + ",\"validationLoss\":"
        + result.validationLoss()
        + ",\"trainReconstruction\":"
        + result.train().reconstruction()
        + ",\"trainPenalty\":"
        + result.train().penalty()
        + ",\"validationReconstruction\":"
        + result.validation().reconstruction()
        + ",\"validationPenalty\":"
        + result.validation().penalty()
        + ",\"seconds\":"
        + result.seconds()
        + "}";
  }
}
