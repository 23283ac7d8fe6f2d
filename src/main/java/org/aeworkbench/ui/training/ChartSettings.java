package org.aeworkbench.ui.training;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;

/** How the loss chart shows a run, as chosen by the user. Only for the FX thread. */
public final class ChartSettings {
  private final DoubleProperty smoothing = new SimpleDoubleProperty();
  private final BooleanProperty logarithmic = new SimpleBooleanProperty();

  /**
   * @param smoothing weight of the past in the smoothed batch loss, 0…{@link
   *     org.aeworkbench.app.session.Preferences#MAX_SMOOTHING}
   * @param logarithmic whether the loss axis is
   */
  public ChartSettings(double smoothing, boolean logarithmic) {
    this.smoothing.set(smoothing);
    this.logarithmic.set(logarithmic);
  }

  /** Weight of the past in the smoothed batch loss. */
  public DoubleProperty smoothingProperty() {
    return smoothing;
  }

  /** Whether the loss axis is logarithmic. */
  public BooleanProperty logarithmicProperty() {
    return logarithmic;
  }
}
