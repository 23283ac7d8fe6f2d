package org.aeworkbench.ui.training;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.aeworkbench.app.job.LossHistory;
import org.aeworkbench.ui.common.EmptyState;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * The place of the loss chart: until there are losses, what to do for some. The chart takes a third
 * of a second to build, which the start of the window need not wait for.
 */
final class ChartPane extends StackPane {
  private final EmptyState empty =
      new EmptyState(
          Feather.TRENDING_DOWN, "No losses yet", "Press Train and watch them fall here.");
  private @Nullable LossChart chart;
  private List<ReferenceLine> references = List.of();
  private boolean logarithmic = true;

  ChartPane() {
    getStyleClass().add("chart-pane");
    getChildren().setAll(empty);
  }

  /** The chart, built now if it was not needed before. */
  LossChart chart() {
    LossChart built = chart;
    if (built == null) {
      built = new LossChart();
      built.setLogarithmic(logarithmic);
      built.showReferences(references);
      chart = built;
    }
    return built;
  }

  /** Logarithmic or linear. */
  void setLogarithmic(boolean log) {
    logarithmic = log;
    if (chart != null) {
      chart.setLogarithmic(log);
    }
  }

  /** Shows other reference lines. */
  void showReferences(List<ReferenceLine> lines) {
    references = lines;
    if (chart != null) {
      chart.showReferences(lines);
    }
  }

  /** Shows a run as it is now. */
  void show(LossHistory history, int epochs, double smoothing) {
    LossChart shown = chart();
    shown.show(history, epochs, smoothing);
    showOnly(shown);
  }

  /** There is no run. */
  void showEmpty() {
    showOnly(empty);
  }

  // Taking the same child out and in again would style and lay it out anew at every redraw.
  private void showOnly(Node child) {
    if (!getChildren().contains(child)) {
      getChildren().setAll(child);
    }
  }

  /** Shows the whole run again. */
  void resetZoom() {
    if (chart != null) {
      chart.resetZoom();
    }
  }
}
