package org.aeworkbench.ui.training;

import io.fair_acc.chartfx.axes.Axis;
import io.fair_acc.chartfx.plugins.ChartPlugin;
import java.util.function.DoubleFunction;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Line;

/** A vertical line under the pointer with the losses at that moment of the training. */
final class HoverOverlay extends ChartPlugin {
  private static final double GAP = 12;

  private final Axis epochAxis;
  private final DoubleFunction<String> text;
  private final Line line = new Line();
  private final Label label = new Label();

  /**
   * @param text what stands at a position in epochs; empty for nothing
   */
  HoverOverlay(Axis epochAxis, DoubleFunction<String> text) {
    this.epochAxis = epochAxis;
    this.text = text;
    line.getStyleClass().add("hover-line");
    label.getStyleClass().add("hover-label");
    line.setMouseTransparent(true);
    label.setMouseTransparent(true);
    hide();
    getChartChildren().addAll(line, label);
    registerInputEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
    registerInputEventHandler(MouseEvent.MOUSE_EXITED, event -> hide());
  }

  private void moved(MouseEvent event) {
    Point2D point = getLocationInPlotArea(event);
    double width = getChart().getCanvas().getWidth();
    double height = getChart().getCanvas().getHeight();
    String values =
        isMouseEventWithinCanvas(event)
            ? text.apply(epochAxis.getValueForDisplay(point.getX()))
            : "";
    if (values.isEmpty()) {
      hide();
      return;
    }
    label.setText(values);
    label.autosize();
    double x = Math.round(point.getX()) + 0.5;
    line.setStartX(x);
    line.setEndX(x);
    line.setStartY(0);
    line.setEndY(height);
    boolean left = x + GAP + label.getWidth() > width;
    double top = Math.clamp(point.getY() - label.getHeight() - GAP, 0, height);
    label.relocate(left ? Math.max(0, x - GAP - label.getWidth()) : x + GAP, top);
    line.setVisible(true);
    label.setVisible(true);
  }

  private void hide() {
    line.setVisible(false);
    label.setVisible(false);
  }
}
