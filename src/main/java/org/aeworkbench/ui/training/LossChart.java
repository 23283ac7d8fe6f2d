package org.aeworkbench.ui.training;

import io.fair_acc.chartfx.XYChart;
import io.fair_acc.chartfx.axes.AxisMode;
import io.fair_acc.chartfx.plugins.Zoomer;
import io.fair_acc.chartfx.renderer.ErrorStyle;
import io.fair_acc.chartfx.renderer.spi.ErrorDataSetRenderer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.BorderPane;
import org.aeworkbench.app.job.LossHistory;
import org.aeworkbench.modelfile.EpochResult;

/**
 * The live chart: batch losses faintly and smoothed, train and validation loss of the epochs, and
 * reference lines. Positions are in epochs.
 */
final class LossChart extends BorderPane {
  /** Points of the whole run: as many as a screen has columns to show them. */
  private static final int OVERVIEW_POINTS = 768;

  /** Of more epochs the dots would lie over each other. */
  private static final int MOST_MARKED_EPOCHS = 60;

  // A label that is centred on the plot's end stands out half; chartfx leaves it out otherwise.
  private static final Insets ROOM_FOR_LAST_LABELS = new Insets(8, ReferenceLabels.LEAD, 0, 0);

  private final EpochAxis epochAxis = new EpochAxis();
  private final LossAxis lossAxis = new LossAxis();
  private final XYChart chart = new XYChart(epochAxis, lossAxis);
  private final Zoomer zoomer = new Zoomer(AxisMode.XY, false);
  private final ReferenceLabels labels = new ReferenceLabels();
  private final ReferenceLinesOverlay references = new ReferenceLinesOverlay(lossAxis, labels);
  private final NewestOverlay newest = new NewestOverlay(epochAxis, lossAxis);
  private final ErrorDataSetRenderer epochs;
  private final ChartSeries batches = new ChartSeries("batch", "series-batch");
  private final ChartSeries smooth = new ChartSeries("smoothed", "series-smooth");
  private final ChartSeries train = new ChartSeries("train", "series-train");
  private final ChartSeries validation = new ChartSeries("validation", "series-validation");
  private LossHistory losses = new LossHistory(1);
  private List<ReferenceLine> lines = List.of();
  private int plannedEpochs = 1;

  LossChart() {
    getStyleClass().add("loss-chart");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    chart.setLegendVisible(false);
    chart.setAnimated(false);
    chart.setTitle("");
    chart.getAxesAndCanvasPane().setPadding(ROOM_FOR_LAST_LABELS);
    zoomer.setAddButtonsToToolBar(false);
    zoomer.setSliderVisible(false);
    zoomer.setAnimated(false);
    epochs = renderer(train, validation);
    chart.getRenderers().setAll(renderer(batches, smooth), epochs);
    chart
        .getPlugins()
        .addAll(references, newest, zoomer, new HoverOverlay(epochAxis, this::valuesAt));
    setCenter(chart);
    setRight(labels);
    getChildren().addAll(newest.dots());
    fitAxes();
  }

  /** Logarithmic or linear. */
  void setLogarithmic(boolean logarithmic) {
    lossAxis.setLogAxis(logarithmic);
    resetZoom();
  }

  /** Shows a run as it is now. */
  void show(LossHistory history, int planned, double smoothing) {
    losses = history;
    plannedEpochs = Math.max(1, planned);
    // Drawing takes as long as there are points; only who has zoomed in can tell them apart.
    int together =
        zoomer.zoomStackDeque().isEmpty()
            ? Math.ceilDiv(history.batches().size(), OVERVIEW_POINTS)
            : 1;
    double[] positions = means(history.batches().positions(), together);
    batches.set(positions, means(history.batches().values(), together));
    if (smoothing > 0) {
      smooth.set(positions, means(history.batches().smoothed(smoothing), together));
    } else {
      smooth.clearData();
    }
    int count = history.epochs().size();
    double[] at = new double[count];
    double[] trained = new double[count];
    double[] validated = new double[count];
    for (int i = 0; i < count; i++) {
      EpochResult epoch = history.epochs().get(i);
      at[i] = epoch.epoch();
      trained[i] = epoch.trainLoss();
      validated[i] = epoch.validationLoss();
    }
    train.set(at, trained);
    validation.set(at, validated);
    epochs.setDrawMarker(count <= MOST_MARKED_EPOCHS);
    newest.show(history.last());
    fitAxes();
  }

  /** Shows other reference lines. */
  void showReferences(List<ReferenceLine> shown) {
    lines = shown;
    references.show(shown);
    fitAxes();
  }

  /** Shows everything again. */
  void resetZoom() {
    zoomer.clear();
    fitAxes();
  }

  private void fitAxes() {
    if (!zoomer.zoomStackDeque().isEmpty()) {
      return;
    }
    LossRange range = LossRange.of(losses, lines, lossAxis.isLogAxis());
    // The plan's end, from the first batch on: how far the curve is, is how far the training is.
    epochAxis.set(0, Math.max(plannedEpochs, Math.ceil(lastPosition())));
    lossAxis.set(range.low(), range.high());
    references.runPostLayout();
    newest.runPostLayout();
  }

  /** The means of some successive values at a time. */
  static double[] means(double[] values, int together) {
    if (together <= 1) {
      return values;
    }
    double[] means = new double[Math.ceilDiv(values.length, together)];
    for (int i = 0; i < means.length; i++) {
      int from = i * together;
      int to = Math.min(from + together, values.length);
      double sum = 0;
      for (int at = from; at < to; at++) {
        sum += values[at];
      }
      means[i] = sum / (to - from);
    }
    return means;
  }

  private double lastPosition() {
    double[] positions = losses.batches().positions();
    double batch = positions.length == 0 ? 0 : positions[positions.length - 1];
    EpochResult epoch = losses.last();
    return Math.max(batch, epoch == null ? 0 : epoch.epoch());
  }

  private String valuesAt(double position) {
    if (losses.isEmpty() || position < 0 || position > lastPosition() + 0.5) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    int index = nearest(losses.batches().positions(), position);
    if (index >= 0) {
      text.append(
          String.format(
              Locale.ROOT,
              "epoch %.2f%nbatch       %.4f",
              position,
              losses.batches().values()[index]));
    }
    int epoch = (int) Math.round(position);
    losses.epochs().stream()
        .filter(result -> result.epoch() == epoch)
        .forEach(
            result ->
                text.append(
                    String.format(
                        Locale.ROOT,
                        "%nafter epoch %d%ntrain       %.4f%nvalidation  %.4f",
                        epoch,
                        result.trainLoss(),
                        result.validationLoss())));
    return text.toString().strip();
  }

  private static int nearest(double[] sorted, double value) {
    int found = Arrays.binarySearch(sorted, value);
    int after = found >= 0 ? found : -found - 1;
    if (after == 0 || after == sorted.length) {
      return Math.min(after, sorted.length - 1);
    }
    return value - sorted[after - 1] < sorted[after] - value ? after - 1 : after;
  }

  private static ErrorDataSetRenderer renderer(ChartSeries... series) {
    ErrorDataSetRenderer renderer = new ErrorDataSetRenderer();
    renderer.setErrorStyle(ErrorStyle.NONE);
    renderer.setDrawMarker(false);
    renderer.getDatasets().addAll(series);
    return renderer;
  }
}
