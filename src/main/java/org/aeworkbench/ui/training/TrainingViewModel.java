package org.aeworkbench.ui.training;

import java.util.Objects;
import java.util.concurrent.ExecutorService;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.aeworkbench.app.job.LossHistory;
import org.aeworkbench.app.job.NextStep;
import org.aeworkbench.app.job.ProgressUpdate;
import org.aeworkbench.app.job.RunProgress;
import org.aeworkbench.app.job.TrainingEngine;
import org.aeworkbench.app.job.TrainingHost;
import org.aeworkbench.app.job.TrainingJob;
import org.aeworkbench.app.job.TrainingOutcome;
import org.aeworkbench.app.job.TrainingProgress;
import org.aeworkbench.app.job.TrainingState;
import org.aeworkbench.app.session.LiveModel;
import org.aeworkbench.model.TrainingPlan;
import org.aeworkbench.modelfile.TrainedModel;
import org.aeworkbench.network.Autoencoder;
import org.aeworkbench.ui.common.WorkbenchSession;
import org.jspecify.annotations.Nullable;

/**
 * The training as the window sees it: what runs, how far it is, its losses and its model. Owns the
 * training thread; all else happens on the FX thread, where {@link #tick} looks at it once a frame.
 */
public final class TrainingViewModel implements AutoCloseable {
  private final WorkbenchSession session;
  private final ExecutorService trainingThread;
  private final ReadOnlyObjectWrapper<@Nullable TrainingEngine> engine =
      new ReadOnlyObjectWrapper<>();
  private final BooleanBinding ready = engine.isNotNull();
  private final ReadOnlyObjectWrapper<TrainingState> state =
      new ReadOnlyObjectWrapper<>(TrainingState.IDLE);
  private final ReadOnlyObjectWrapper<TrainingProgress> progress =
      new ReadOnlyObjectWrapper<>(TrainingProgress.NONE);
  private final ReadOnlyObjectWrapper<@Nullable TrainedModel> model = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable TrainedModel> checkpoint =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyIntegerWrapper lossRevision = new ReadOnlyIntegerWrapper(0);
  private final RunProgress course = new RunProgress();

  private @Nullable TrainingJob job;
  private @Nullable TrainingPlan plan;
  private TrainingHost host = new TrainingHost() {};
  private long run;
  private long version;

  /**
   * @param session where the latest network is published
   */
  public TrainingViewModel(WorkbenchSession session) {
    this.session = session;
    trainingThread = TrainingJob.thread();
  }

  /** Sets what to train with, once the data is there. */
  public void setEngine(TrainingEngine loaded) {
    engine.set(loaded);
  }

  /** Sets who is asked and told. */
  public void setHost(TrainingHost asked) {
    host = asked;
  }

  /** What is trained with; null before the data is there. */
  public ReadOnlyObjectProperty<@Nullable TrainingEngine> engineProperty() {
    return engine.getReadOnlyProperty();
  }

  /** True once a training can be started. */
  public BooleanExpression readyProperty() {
    return ready;
  }

  /** What the training thread does. */
  public ReadOnlyObjectProperty<TrainingState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** How far it is. */
  public ReadOnlyObjectProperty<TrainingProgress> progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** The model that is not being trained: finished, stopped or opened. Null while one is. */
  public ReadOnlyObjectProperty<@Nullable TrainedModel> modelProperty() {
    return model.getReadOnlyProperty();
  }

  /** The newest whole model of the training that runs, null before the first. */
  public ReadOnlyObjectProperty<@Nullable TrainedModel> checkpointProperty() {
    return checkpoint.getReadOnlyProperty();
  }

  /** Grows whenever {@link #losses} has changed. */
  public ReadOnlyIntegerProperty lossRevisionProperty() {
    return lossRevision.getReadOnlyProperty();
  }

  /** The losses of the current run. */
  public LossHistory losses() {
    return course.losses();
  }

  /** The plan of the current run, null while there is none. */
  public @Nullable TrainingPlan plan() {
    return plan;
  }

  /** What {@link #train} would do with a plan. */
  public NextStep nextStep(TrainingPlan wanted) {
    return NextStep.of(model.get(), wanted);
  }

  /** Trains by a plan: the current model further where the plan allows it, a new one otherwise. */
  public void train(TrainingPlan wanted) {
    if (!ready.get() || state.get().isBusy()) {
      return;
    }
    TrainedModel from = nextStep(wanted) == NextStep.CONTINUE ? model.get() : null;
    if (from == null) {
      trainAnew(wanted);
    } else if (host.mayContinue(wanted)) {
      start(wanted, from);
    }
  }

  /** Trains a new model by a plan. */
  public void trainAnew(TrainingPlan wanted) {
    if (ready.get() && !state.get().isBusy()) {
      host.beforeStart();
      start(wanted, null);
    }
  }

  private void start(TrainingPlan wanted, @Nullable TrainedModel from) {
    TrainingEngine loaded = Objects.requireNonNull(engine.get(), "whoever starts has looked");
    if (from == null) {
      replaceModel();
      begin(new LossHistory(wanted.batches(loaded.trainingImages())));
      session.setModel(null);
    }
    plan = wanted;
    checkpoint.set(from);
    model.set(null);
    course.rest();
    progress.set(course.of(wanted, wanted.batches(Math.max(1, loaded.trainingImages()))));
    state.set(TrainingState.STARTING);
    job = new TrainingJob(loaded, wanted, from);
    job.startOn(trainingThread);
  }

  /** Pauses or resumes; without effect while nothing runs. */
  public void togglePause() {
    if (job == null) {
      return;
    }
    if (state.get() == TrainingState.PAUSED) {
      job.control().resume();
      course.rest();
      state.set(TrainingState.RUNNING);
    } else if (state.get() == TrainingState.RUNNING) {
      job.control().pause();
      state.set(TrainingState.PAUSED);
    }
  }

  /** Sets the learning rate of the batches to come. */
  public void setLearningRate(double rate) {
    if (job != null && plan != null) {
      job.control().setLearningRate(rate);
      plan = plan.withOptimizer(plan.optimizer().withLearningRate(rate));
    }
  }

  /** Stops after the current batch and keeps what was learned. */
  public void stop() {
    if (job != null) {
      job.control().stop();
      state.set(TrainingState.STOPPING);
    }
  }

  /** Forgets the model and its losses. */
  public void reset() {
    if (!state.get().isBusy()) {
      replaceModel();
      plan = null;
      begin(new LossHistory(1));
      model.set(null);
      checkpoint.set(null);
      progress.set(TrainingProgress.NONE);
      session.setModel(null);
    }
  }

  /** Shows a model that was read from a file. */
  public void open(TrainedModel opened) {
    if (state.get().isBusy()) {
      return;
    }
    replaceModel();
    plan = opened.plan();
    int batches = opened.plan().batches(opened.provenance().trainingImages());
    begin(LossHistory.of(opened.history(), batches));
    model.set(opened);
    checkpoint.set(opened);
    progress.set(course.of(opened.plan(), batches));
    publish(opened.autoencoder(), course.losses().epochs().size(), true);
  }

  /**
   * Looks at the training.
   *
   * @param nanos time of the frame
   */
  public void tick(long nanos) {
    if (job == null) {
      return;
    }
    ProgressUpdate update = job.progress().drain();
    TrainedModel started = update.started();
    if (started != null) {
      publish(started.autoencoder(), course.losses().epochs().size(), true);
      if (state.get() == TrainingState.STARTING) {
        state.set(TrainingState.RUNNING);
      }
    }
    takeLosses(update, nanos);
    ProgressUpdate.Snapshot snapshot = update.snapshot();
    if (snapshot != null) {
      publish(snapshot.autoencoder(), snapshot.epoch(), snapshot.endOfEpoch());
    }
    if (update.checkpoint() != null) {
      checkpoint.set(update.checkpoint());
    }
    if (update.outcome() != null) {
      end(update.outcome());
    }
  }

  /** Stops the training and its thread. */
  @Override
  public void close() {
    if (job != null) {
      job.control().stop();
    }
    trainingThread.shutdownNow();
  }

  private void takeLosses(ProgressUpdate update, long nanos) {
    TrainingPlan running = plan;
    boolean learning = state.get() == TrainingState.RUNNING;
    if (running != null && course.take(update, running.batchSize(), learning, nanos)) {
      progress.set(course.of(running, update.batches()));
      lossRevision.set(lossRevision.get() + 1);
    }
  }

  private void end(TrainingOutcome outcome) {
    job = null;
    TrainedModel result = outcome.model();
    // Before the state, so that whoever waits for idle finds the model.
    model.set(result);
    if (result != null) {
      checkpoint.set(result);
      publish(result.autoencoder(), course.losses().epochs().size(), true);
    }
    progress.set(progress.get().atRest());
    state.set(TrainingState.IDLE);
    if (outcome instanceof TrainingOutcome.Failed failed) {
      host.onFailure(failed.message());
    }
  }

  private void replaceModel() {
    TrainedModel replaced = model.get();
    if (replaced != null) {
      host.onReplaced(replaced);
    }
  }

  private void begin(LossHistory history) {
    course.begin(history);
    run++;
    lossRevision.set(lossRevision.get() + 1);
  }

  private void publish(Autoencoder network, int epoch, boolean endOfEpoch) {
    TrainingPlan ofRun = Objects.requireNonNull(plan, "there is a network, so there is its plan");
    session.setModel(new LiveModel(network, ofRun.loss(), run, ++version, epoch, endOfEpoch));
  }
}
