package org.aeworkbench.ui.experiment;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import org.aeworkbench.app.builder.EpochEstimate;
import org.aeworkbench.app.job.TrainingEngine;
import org.aeworkbench.app.job.TrainingState;
import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.ui.training.TrainingViewModel;

/**
 * The speed of this machine as its trainings show it, and what follows for another network. Only
 * for the FX thread.
 */
public final class EpochTime {
  private final TrainingViewModel training;
  private final ReadOnlyDoubleWrapper speed = new ReadOnlyDoubleWrapper(0);
  private double latest;

  EpochTime(TrainingViewModel training) {
    this.training = training;
    training
        .progressProperty()
        .subscribe(
            progress -> {
              var plan = training.plan();
              if (plan != null && progress.imagesPerSecond() > 0) {
                latest = EpochEstimate.flopsPerSecond(plan.spec(), progress.imagesPerSecond());
              }
            });
    training
        .stateProperty()
        .subscribe(
            state -> {
              // Not with each frame of a training: nobody chooses a network meanwhile.
              if (state == TrainingState.IDLE && latest > 0) {
                speed.set(latest);
              }
            });
  }

  /** Floating-point operations a second of the last training; 0 before any is known. */
  public ReadOnlyDoubleProperty speedProperty() {
    return speed.getReadOnlyProperty();
  }

  /** Takes a speed that was measured before, unless a training has shown a newer one. */
  public void remember(double flopsPerSecond) {
    if (latest == 0) {
      speed.set(flopsPerSecond);
    }
  }

  /** Seconds of an epoch of a network, 0 while nothing can be said. */
  double seconds(NetworkSpec spec) {
    TrainingEngine engine = training.engineProperty().get();
    return speed.get() > 0 && engine != null
        ? EpochEstimate.seconds(spec, engine.trainingImages(), speed.get())
        : 0;
  }
}
