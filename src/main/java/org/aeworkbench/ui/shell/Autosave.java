package org.aeworkbench.ui.shell;

import java.util.concurrent.Executor;
import org.aeworkbench.modelfile.TrainedModel;
import org.aeworkbench.ui.common.LatestTask;
import org.aeworkbench.ui.training.TrainingViewModel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the model of the session in the user's data folder while it is trained, so that neither a
 * crash nor a power cut costs more than the last half minute. Only for the FX thread.
 */
final class Autosave implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Autosave.class);
  private static final long INTERVAL_NANOS = 30_000_000_000L;

  private final TrainingViewModel training;
  private final ModelDocument document;
  private final LatestTask<TrainedModel, TrainedModel> saving;
  private @Nullable TrainedModel kept;
  private long lastNanos = System.nanoTime();

  Autosave(
      TrainingViewModel training,
      ModelDocument document,
      KeptModels models,
      Executor worker,
      Executor fx) {
    this.training = training;
    this.document = document;
    saving =
        new LatestTask<>(
            model -> {
              models.keep(model);
              return model;
            },
            worker,
            fx,
            model -> kept = model,
            failure -> LOG.warn("The model could not be kept safe", failure));
  }

  /** Looks whether it is time to keep the model. */
  void tick(long nanos) {
    TrainedModel model = training.checkpointProperty().get();
    boolean due = !training.stateProperty().get().isBusy() || nanos - lastNanos > INTERVAL_NANOS;
    if (due && model != null && model != kept && document.unsavedProperty().get()) {
      lastNanos = nanos;
      kept = model;
      saving.submit(model);
    }
  }

  @Override
  public void close() {
    saving.close();
  }
}
