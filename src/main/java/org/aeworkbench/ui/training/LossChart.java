package org.aeworkbench.ui.training;

import io.fair_acc.chartfx.XYChart;
import io.fair_acc.chartfx.axes.AxisMode;
import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import io.fair_acc.chartfx.plugins.Zoomer;
import io.fair_acc.chartfx.renderer.ErrorStyle;
import io.fair_acc.chartfx.renderer.spi.ErrorDataSetRenderer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.StackPane;
import org.aeworkbench.training.EpochResult;

/**
 * The live chart: batch losses faintly and smoothed, train and validation loss of the epochs, and
 * reference lines. Positions are in epochs.
 */
final class LossChart extends StackPane {
  /** Points of the whole run: as many as a screen has columns to show them. */
  private static final int OVERVIEW_POINTS = 768;

  private final DefaultNumericAxis epochAxis = new DefaultNumericAxis("epoch");
  private final LossAxis lossAxis = new LossAxis();
  private final XYChart chart = new XYChart(epochAxis, lossAxis);
  private final Zoomer zoomer = new Zoomer(AxisMode.XY, false);
  private final ReferenceLinesOverlay references = new ReferenceLinesOverlay(lossAxis);
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
    epochAxis.setUnit(null);
    lossAxis.setUnit(null);
    epochAxis.setAutoRanging(false);
    lossAxis.setAutoRanging(false);
    epochAxis.setAnimated(false);
    lossAxis.setAnimated(false);
    zoomer.setAddButtonsToToolBar(false);
    zoomer.setSliderVisible(false);
    zoomer.setAnimated(false);
    chart
        .getRenderers()
        .setAll(renderer(false, batches, smooth), renderer(true, train, validation));
    chart.getPlugins().addAll(references, zoomer, new HoverOverlay(epochAxis, this::valuesAt));
    getChildren().add(chart);
    fitAxes();
  }

  /** Logarithmic or linear. */
  void setLogarithmic(boolean logarithmic) {
    lossAxis.setLogAxis(logarithmic);
    resetZoom();
  }

  /** Shows a run as it is now. */
  void show(LossHistory history, int epochs, double smoothing) {
    losses = history;
    plannedEpochs = Math.max(1, epochs);
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
    // A little room at the right, so that the newest point is not half outside.
    double end = losses.isEmpty() ? plannedEpochs : 1.02 * lastPosition();
    epochAxis.set(0, Math.max(end, 0.05));
    epochAxis.setTickUnit(tickUnit(end));
    lossAxis.set(range.low(), range.high());
    references.runPostLayout();
  }

  /** 1, 2 or 5 times a power of ten: about eight ticks. */
  static double tickUnit(double range) {
    double raw = Math.max(range, 1e-3) / 8;
    double power = Math.pow(10, Math.floor(Math.log10(raw)));
    double factor = raw / power;
    return power * (factor <= 1 ? 1 : factor <= 2 ? 2 : factor <= 5 ? 5 : 10);
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

  private static ErrorDataSetRenderer renderer(boolean markers, ChartSeries... series) {
    ErrorDataSetRenderer renderer = new ErrorDataSetRenderer();
    renderer.setErrorStyle(ErrorStyle.NONE);
    renderer.setDrawMarker(markers);
    renderer.getDatasets().addAll(series);
    return renderer;
  }
}
