package org.aeworkbench.ui.document;

import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.aeworkbench.app.session.KeptModels;
import org.aeworkbench.app.work.LatestTask;
import org.aeworkbench.modelfile.TrainedModel;
import org.aeworkbench.ui.training.TrainingViewModel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the model of the session in the user's data folder while it is trained, so that neither a
 * crash nor a power cut costs more than the last half minute; and forgets it once it is safe
 * elsewhere, so that it is not offered again. Where the folder cannot be written to it says so and
 * tries on. Only for the FX thread.
 */
public final class Autosave implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Autosave.class);
  private static final long INTERVAL_NANOS = 30_000_000_000L;
  private static final long RETRY_NANOS = 5_000_000_000L;

  private final TrainingViewModel training;
  private final ModelDocument document;
  private final LatestTask<Wanted, Wanted> saving;
  private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
  private @Nullable TrainedModel kept;
  private boolean somethingKept;
  private long lastNanos = System.nanoTime() - INTERVAL_NANOS;

  /** A model to keep; null: none any more. */
  private record Wanted(@Nullable TrainedModel model) {}

  /**
   * @param worker writes the files
   * @param fx the FX thread
   */
  public Autosave(
      TrainingViewModel training,
      ModelDocument document,
      KeptModels models,
      Executor worker,
      Executor fx) {
    this.training = training;
    this.document = document;
    saving =
        new LatestTask<>(
            wanted -> {
              if (wanted.model() == null) {
                models.forget();
              } else {
                models.keep(wanted.model());
              }
              return wanted;
            },
            worker,
            fx,
            this::done,
            this::failed);
  }

  /** Why the model cannot be kept safe, a sentence; empty while it can. */
  public ReadOnlyStringProperty failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /** Looks whether it is time to keep the model. */
  public void tick(long nanos) {
    TrainedModel model = training.checkpointProperty().get();
    if (model == null || !document.unsavedProperty().get()) {
      if (somethingKept && !saving.isBusy()) {
        somethingKept = false;
        kept = null;
        failure.set("");
        saving.submit(new Wanted(null));
      }
      return;
    }
    boolean atRest = !training.stateProperty().get().isBusy();
    long pause = failure.get().isEmpty() ? (atRest ? 0 : INTERVAL_NANOS) : RETRY_NANOS;
    if (model != kept && nanos - lastNanos >= pause) {
      lastNanos = nanos;
      kept = model;
      somethingKept = true;
      saving.submit(new Wanted(model));
    }
  }

  private void done(Wanted wanted) {
    failure.set("");
  }

  private void failed(Throwable cause) {
    if (failure.get().isEmpty()) {
      LOG.warn("The model cannot be kept safe: {}", cause.getMessage());
    }
    // It is tried again, with this model or a newer one.
    kept = null;
    failure.set(String.valueOf(cause.getMessage()));
  }

  @Override
  public void close() {
    saving.close();
  }
}
