package org.aeworkbench.app.job;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.aeworkbench.model.TrainingPlan;
import org.aeworkbench.modelfile.TrainedModel;
import org.aeworkbench.problem.ProblemException;
import org.aeworkbench.training.TrainingControl;
import org.aeworkbench.training.TrainingDivergedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One training on the training thread, with its control and its letter box. */
public final class TrainingJob {
  private static final Logger LOG = LoggerFactory.getLogger(TrainingJob.class);

  private final TrainingControl control = new TrainingControl();
  private final ProgressCollector progress = new ProgressCollector();
  private final TrainingEngine engine;
  private final TrainingPlan plan;
  private final @Nullable TrainedModel from;

  /**
   * @param plan what to train
   * @param from the model to train further, null to begin anew
   */
  public TrainingJob(TrainingEngine engine, TrainingPlan plan, @Nullable TrainedModel from) {
    this.engine = engine;
    this.plan = plan;
    this.from = from;
  }

  /** A thread to train on, below the window's, which comes first. */
  public static ExecutorService thread() {
    return Executors.newSingleThreadExecutor(
        Thread.ofPlatform().daemon().name("training").priority(Thread.MIN_PRIORITY).factory());
  }

  /** What pauses, stops and changes it; from any thread. */
  public TrainingControl control() {
    return control;
  }

  /** Where it tells how far it is. */
  public ProgressCollector progress() {
    return progress;
  }

  /** Begins on a thread; without that thread it ends at once, as failed. */
  public void startOn(Executor trainingThread) {
    try {
      trainingThread.execute(this::run);
    } catch (RejectedExecutionException e) {
      progress.ended(new TrainingOutcome.Failed("The workbench is closing.", from));
    }
  }

  private void run() {
    TrainedModel start = from;
    try {
      start = from == null ? engine.untrained(plan) : from.withPlan(plan);
      progress.started(start);
      progress.ended(new TrainingOutcome.Finished(engine.run(start, control, progress)));
    } catch (TrainingDivergedException e) {
      progress.ended(new TrainingOutcome.Failed(message(e), e.lastGood()));
    } catch (ProblemException e) {
      LOG.info("Training failed", e);
      progress.ended(new TrainingOutcome.Failed(message(e), start));
    } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
      // Whatever happens on the training thread, the window says so and stays usable.
      LOG.error("Training failed", e);
      progress.ended(
          new TrainingOutcome.Failed(
              "The training failed: " + e + ". What was learned before it began is kept.", start));
    }
  }

  private static String message(RuntimeException e) {
    String message = e.getMessage();
    return message == null ? e.toString() : message;
  }
}
