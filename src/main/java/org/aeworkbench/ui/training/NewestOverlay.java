package org.aeworkbench.ui.training;

import io.fair_acc.chartfx.axes.Axis;
import io.fair_acc.chartfx.plugins.ChartPlugin;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.shape.Circle;
import org.aeworkbench.modelfile.EpochResult;
import org.jspecify.annotations.Nullable;

/**
 * Dots where the newest epoch's losses are, over the chart: the plot and its plugins are cut off at
 * the plot's end, where half a dot would be left of the plan's last epoch.
 */
final class NewestOverlay extends ChartPlugin {
  private static final double RADIUS = 3;

  private final Axis epochAxis;
  private final Axis lossAxis;
  private final Circle train = dot("series-train");
  private final Circle validation = dot("series-validation");
  private @Nullable EpochResult newest;

  NewestOverlay(Axis epochAxis, Axis lossAxis) {
    this.epochAxis = epochAxis;
    this.lossAxis = lossAxis;
  }

  /** What is to be shown over the chart, by a parent that leaves their places alone. */
  List<Circle> dots() {
    return List.of(train, validation);
  }

  /** Shows where an epoch's losses are; null for none. */
  void show(@Nullable EpochResult epoch) {
    newest = epoch;
    runPostLayout();
  }

  @Override
  public void runPostLayout() {
    EpochResult shown = newest;
    place(train, shown == null ? Double.NaN : shown.trainLoss());
    place(validation, shown == null ? Double.NaN : shown.validationLoss());
  }

  private void place(Circle dot, double loss) {
    EpochResult shown = newest;
    if (getChart() == null || shown == null) {
      dot.setVisible(false);
      return;
    }
    double x = epochAxis.getDisplayPosition(shown.epoch());
    double y = lossAxis.getDisplayPosition(loss);
    double width = getChart().getCanvas().getWidth();
    double height = getChart().getCanvas().getHeight();
    boolean visible = x >= 0 && x <= width + 0.5 && y >= 0 && y <= height;
    dot.setVisible(visible);
    if (visible) {
      Point2D at = dot.sceneToLocal(getChart().getCanvas().localToScene(x, y));
      dot.setCenterX(at.getX());
      dot.setCenterY(at.getY());
    }
  }

  private static Circle dot(String series) {
    Circle dot = new Circle(RADIUS);
    dot.getStyleClass().addAll("newest", series);
    dot.setManaged(false);
    dot.setMouseTransparent(true);
    return dot;
  }
}
