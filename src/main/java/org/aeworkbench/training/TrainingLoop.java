package org.aeworkbench.training;

import java.time.Instant;
import java.util.concurrent.CancellationException;
import org.aeworkbench.backend.Trainer;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.datasets.EpochOrder;
import org.aeworkbench.model.LossTerms;
import org.aeworkbench.model.TrainingPlan;
import org.aeworkbench.modelfile.EpochResult;
import org.aeworkbench.modelfile.Provenance;
import org.aeworkbench.modelfile.TrainedModel;
import org.aeworkbench.modelfile.TrainingHistory;
import org.aeworkbench.modelfile.WorkbenchVersion;
import org.aeworkbench.network.InitialWeights;
import org.aeworkbench.network.UpdaterState;
import org.aeworkbench.problem.UsageException;
import org.jspecify.annotations.Nullable;

/**
 * Drives a trainer through the epochs of a plan: order of the images, losses, validation,
 * snapshots, pause and stop, divergence. Blocks the calling thread, which owns the network
 * meanwhile.
 */
public final class TrainingLoop {
  private static final long SNAPSHOT_NANOS = 200_000_000;
  private static final long CHECKPOINT_NANOS = 60_000_000_000L;

  private final Dataset training;
  private final Dataset validation;
  private final int threads;

  /**
   * @param training images to learn
   * @param validation images to judge by after every epoch
   * @param threads of the vector backend, at least 1
   */
  public TrainingLoop(Dataset training, Dataset validation, int threads) {
    this.training = training;
    this.validation = validation;
    this.threads = threads;
  }

  /**
   * Accepts a plan whose training fits in the memory of the program. Quick, for any thread.
   *
   * @throws UsageException with both numbers and the remedy
   */
  public void check(TrainingPlan plan) {
    MemoryNeed.check(plan, training, Runtime.getRuntime().maxMemory());
  }

  /**
   * A model as it is before its first batch: initialised from the plan's seed.
   *
   * @param dataName what the provenance calls the data, for instance {@code MNIST}
   * @throws UsageException if its training does not fit in the memory of the program
   */
  public TrainedModel untrained(TrainingPlan plan, String dataName) {
    check(plan);
    return new TrainedModel(
        plan,
        InitialWeights.of(plan.spec(), plan.seed()),
        UpdaterState.initial(),
        TrainingHistory.empty(),
        new Provenance(
            dataName,
            training.checksum(),
            training.size(),
            WorkbenchVersion.current(),
            Instant.now().toString()));
  }

  /**
   * Trains until {@code start.plan().epochs()} epochs are done or the control says stop. A model
   * that was stopped within an epoch goes on with that epoch's next batch. The last batch of an
   * epoch may be a short one; of less data than a batch it is the only one.
   *
   * @return the model with what was learned, also after a stop
   * @throws UsageException if it does not fit in the memory of the program
   * @throws TrainingDivergedException if a loss is not finite; it carries the last good model
   */
  public TrainedModel run(TrainedModel start, TrainingControl control, TrainingObserver observer) {
    check(start.plan());
    try (Trainer trainer = Backends.open(start, threads)) {
      return new Run(start, trainer, control, observer).toTheEnd();
    }
  }

  /** One call of {@link #run}: the state that changes while it goes on. */
  private final class Run {
    private final TrainedModel start;
    private final Trainer trainer;
    private final TrainingControl control;
    private final TrainingObserver observer;
    private final HistoryRecorder history;
    private final EpochOrder orders;
    private final int batches;
    private TrainingPlan plan;
    private TrainedModel lastGood;
    private @Nullable TrainedModel unproven;
    private long lastSnapshot = System.nanoTime();
    private long lastCheckpoint = System.nanoTime();
    private long workNanos;

    Run(TrainedModel start, Trainer trainer, TrainingControl control, TrainingObserver observer) {
      this.start = start;
      this.trainer = trainer;
      this.control = control;
      this.observer = observer;
      plan = start.plan();
      lastGood = start;
      batches = Math.ceilDiv(training.size(), plan.batchSize());
      history = new HistoryRecorder(start.history(), batches, plan.batchSize(), training.size());
      orders = new EpochOrder(training.size(), plan.seed(), plan.shuffle());
    }

    TrainedModel toTheEnd() {
      while (history.finishedEpochs() < plan.epochs()) {
        if (!epoch(history.finishedEpochs() + 1)) {
          break;
        }
      }
      return model();
    }

    /** False if the control said stop before the epoch's end. */
    private boolean epoch(int epoch) {
      int[] order = orders.of(epoch);
      workNanos = 0;
      for (int batch = history.batchesOfUnfinishedEpoch(); batch < batches; batch++) {
        if (!go()) {
          return false;
        }
        long began = System.nanoTime();
        if (!batch(epoch, batch, order)) {
          return false;
        }
        workNanos += System.nanoTime() - began;
      }
      long began = System.nanoTime();
      LossTerms validationLoss;
      try {
        validationLoss = trainer.evaluate(validation);
      } catch (CancellationException e) {
        control.stop();
        return false;
      }
      workNanos += System.nanoTime() - began;
      if (!validationLoss.isFinite()) {
        throw diverged("the validation loss of epoch " + epoch + " is " + validationLoss.total());
      }
      proveGood();
      EpochResult result =
          history.finishEpoch(validationLoss, plan.optimizer().learningRate(), workNanos / 1e9);
      observer.onEpoch(result);
      snapshot(epoch, true);
      checkpoint();
      return true;
    }

    private boolean go() {
      control.awaitGo();
      control
          .takeLearningRate()
          .ifPresent(
              rate -> {
                plan = plan.withOptimizer(plan.optimizer().withLearningRate(rate));
                trainer.setLearningRate(rate);
              });
      return !control.isStopped();
    }

    private boolean batch(int epoch, int batch, int[] order) {
      int from = batch * plan.batchSize();
      int count = Math.min(plan.batchSize(), training.size() - from);
      LossTerms loss;
      try {
        loss = trainer.trainBatch(training, order, from, count);
      } catch (CancellationException e) {
        control.stop();
        return false;
      }
      if (!loss.isFinite()) {
        throw diverged(
            "the loss of epoch " + epoch + ", batch " + (batch + 1) + " is " + loss.total());
      }
      proveGood();
      history.addBatch(loss);
      observer.onBatch(epoch, batch + 1, batches, loss);
      if (System.nanoTime() - lastSnapshot >= SNAPSHOT_NANOS) {
        snapshot(epoch, false);
      }
      if (System.nanoTime() - lastCheckpoint >= CHECKPOINT_NANOS) {
        checkpoint();
      }
      return true;
    }

    private void snapshot(int epoch, boolean endOfEpoch) {
      lastSnapshot = System.nanoTime();
      unproven = model();
      observer.onSnapshot(unproven.autoencoder(), epoch, endOfEpoch);
    }

    /**
     * A loss is computed from the parameters before the update: if it is finite, they were good.
     */
    private void proveGood() {
      if (unproven != null) {
        lastGood = unproven;
        unproven = null;
      }
    }

    private TrainingDivergedException diverged(String how) {
      return new TrainingDivergedException(
          "Training diverged: " + how + ".",
          "Lower the learning rate (now "
              + plan.optimizer().learningRate()
              + "); the network is as it was after batch "
              + lastGood.history().batches().batches()
              + ", when all was well.",
          lastGood);
    }

    private void checkpoint() {
      lastCheckpoint = System.nanoTime();
      observer.onCheckpoint(model());
    }

    private TrainedModel model() {
      return new TrainedModel(
          plan,
          trainer.copyParameters(),
          trainer.copyUpdaterState(),
          history.history(),
          start.provenance());
    }
  }
}
