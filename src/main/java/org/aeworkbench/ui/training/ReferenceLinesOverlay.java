package org.aeworkbench.ui.training;

import io.fair_acc.chartfx.axes.Axis;
import io.fair_acc.chartfx.plugins.ChartPlugin;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.shape.Line;

/** Draws reference lines over the plot; their names stand beside it. */
final class ReferenceLinesOverlay extends ChartPlugin {
  private final Axis lossAxis;
  private final ReferenceLabels labels;
  private final List<Drawn> drawn = new ArrayList<>();

  private record Drawn(ReferenceLine reference, Line line) {}

  ReferenceLinesOverlay(Axis lossAxis, ReferenceLabels labels) {
    this.lossAxis = lossAxis;
    this.labels = labels;
  }

  void show(List<ReferenceLine> references) {
    drawn.clear();
    for (ReferenceLine reference : references) {
      Line line = new Line();
      line.getStyleClass().addAll("reference-line", reference.kind().styleClass());
      line.setMouseTransparent(true);
      drawn.add(new Drawn(reference, line));
    }
    getChartChildren().clear();
    drawn.forEach(d -> getChartChildren().add(d.line()));
    labels.show(references);
    runPostLayout();
  }

  @Override
  public void runPostLayout() {
    if (getChart() == null) {
      return;
    }
    double width = getChart().getCanvas().getWidth();
    double height = getChart().getCanvas().getHeight();
    for (Drawn d : drawn) {
      double y = Math.round(position(d.reference())) + 0.5;
      boolean visible = y >= 0 && y <= height;
      d.line().setVisible(visible);
      if (visible) {
        d.line().setStartX(0);
        d.line().setEndX(width);
        d.line().setStartY(y);
        d.line().setEndY(y);
      }
    }
    labels.place(getChart().getCanvas(), this::position);
  }

  private double position(ReferenceLine reference) {
    return lossAxis.getDisplayPosition(reference.loss());
  }
}
