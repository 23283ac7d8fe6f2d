package org.aeworkbench.ui.training;

import io.fair_acc.chartfx.axes.Axis;
import io.fair_acc.chartfx.plugins.ChartPlugin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.shape.Line;

/** Draws reference lines over the plot, with labels at the right that keep out of each other. */
final class ReferenceLinesOverlay extends ChartPlugin {
  private final Axis lossAxis;
  private final List<Drawn> drawn = new ArrayList<>();

  private record Drawn(ReferenceLine reference, Line line, Label label) {}

  ReferenceLinesOverlay(Axis lossAxis) {
    this.lossAxis = lossAxis;
  }

  void show(List<ReferenceLine> references) {
    drawn.clear();
    for (ReferenceLine reference : references) {
      String style = reference.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
      Line line = new Line();
      line.getStyleClass().addAll("reference-line", style);
      line.setMouseTransparent(true);
      Label label =
          new Label(String.format(Locale.ROOT, "%s %.4f", reference.label(), reference.loss()));
      label.getStyleClass().addAll("reference-label", style);
      label.setMouseTransparent(true);
      drawn.add(new Drawn(reference, line, label));
    }
    drawn.sort(Comparator.comparingDouble((Drawn d) -> d.reference().loss()).reversed());
    getChartChildren().clear();
    drawn.forEach(d -> getChartChildren().add(d.line()));
    drawn.forEach(d -> getChartChildren().add(d.label()));
    runPostLayout();
  }

  @Override
  public void runPostLayout() {
    if (getChart() == null) {
      return;
    }
    double width = getChart().getCanvas().getWidth();
    double height = getChart().getCanvas().getHeight();
    double free = 0;
    for (Drawn d : drawn) {
      double y = Math.round(lossAxis.getDisplayPosition(d.reference().loss())) + 0.5;
      boolean visible = Double.isFinite(y) && y >= 0 && y <= height;
      d.line().setVisible(visible);
      d.label().setVisible(visible);
      if (visible) {
        d.line().setStartX(0);
        d.line().setEndX(width);
        d.line().setStartY(y);
        d.line().setEndY(y);
        d.label().autosize();
        double labelHeight = d.label().getHeight();
        double top = Math.clamp(y - labelHeight - 1, Math.min(free, height - labelHeight), height);
        d.label().relocate(Math.max(0, width - d.label().getWidth() - 4), Math.round(top));
        free = top + labelHeight;
      }
    }
  }
}
