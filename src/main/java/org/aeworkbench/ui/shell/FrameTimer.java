package org.aeworkbench.ui.shell;

import javafx.animation.AnimationTimer;
import org.aeworkbench.ui.document.Autosave;
import org.aeworkbench.ui.training.TrainingViewModel;

/** The one timer of a window: looks at the training once a frame. */
final class FrameTimer extends AnimationTimer {
  private final TrainingViewModel training;
  private final Autosave autosave;

  FrameTimer(TrainingViewModel training, Autosave autosave) {
    this.training = training;
    this.autosave = autosave;
  }

  @Override
  public void handle(long nanos) {
    training.tick(nanos);
    autosave.tick(nanos);
  }
}
