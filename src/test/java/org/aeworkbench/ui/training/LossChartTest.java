package org.aeworkbench.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.fair_acc.chartfx.XYChart;
import io.fair_acc.chartfx.axes.Axis;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import org.aeworkbench.app.job.LossHistory;
import org.aeworkbench.model.LossTerms;
import org.aeworkbench.modelfile.EpochResult;
import org.aeworkbench.ui.common.Fx;
import org.aeworkbench.ui.common.TabStage;
import org.aeworkbench.ui.training.ReferenceLine.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LossChartTest {
  private final TabStage window = new TabStage();
  private final LossHistory losses = new LossHistory(10);
  private LossChart chart;

  @BeforeEach
  void open() {
    chart = Fx.get(LossChart::new);
    window.show(() -> chart);
  }

  @AfterEach
  void close() {
    window.close();
  }

  private void train() {
    losses.add(
        new float[] {0.6f, 0.4f, 0.3f, 0.2f},
        List.of(
            new EpochResult(
                losses.epochs().size() + 1, LossTerms.plain(0.3), LossTerms.plain(0.2), 1, 1)));
    chart.show(losses, 10, 0.5);
  }

  /**
   * Chartfx locked its lines at the layout and unlocked them with the frame: the FX thread hung.
   */
  @Test
  void aPictureBetweenTwoFramesDoesNotKeepItFromGoingOn() {
    Fx.run(this::train);
    int[][] before = new int[1][];
    Fx.run(
        () -> {
          train();
          before[0] = Fx.pixels(chart);
          train();
        });
    Fx.await("it is drawn anew", () -> !Arrays.equals(Fx.pixels(chart), before[0]));
  }

  @Test
  void theAxisEndsAtThePlansLastEpochFromTheFirstBatchOn() {
    for (int epochs : new int[] {1, 5, 50, 1000}) {
      Fx.run(() -> chart.show(run(1), epochs, 0.5));
      assertThat(epochs()).isEqualTo(epochs);
      Fx.run(() -> chart.show(run(epochs), epochs, 0.5));
      assertThat(epochs()).isEqualTo(epochs);
    }
  }

  @Test
  void theLabelsOfReferenceLinesLieBesideThePlotAndNotOverEachOther() {
    List<ReferenceLine> lines =
        List.of(
            new ReferenceLine(Kind.PUBLISHED, "published", 0.1018),
            new ReferenceLine(Kind.MEAN_IMAGE, "mean image", 0.2069),
            new ReferenceLine(Kind.PCA, "PCA", 0.1019),
            new ReferenceLine(Kind.ENTROPY_FLOOR, "entropy floor", 0.1017));
    for (boolean logarithmic : new boolean[] {true, false}) {
      Fx.run(
          () -> {
            chart.setLogarithmic(logarithmic);
            chart.showReferences(lines);
            chart.show(run(50), 50, 0.5);
          });
      Fx.await("all are named", () -> labels().size() == 4 && labels().getFirst().getHeight() > 0);
      Fx.run(
          () -> {
            chart.layout();
            double end = canvas().localToScene(canvas().getBoundsInLocal()).getMaxX();
            double room = chart.localToScene(chart.getBoundsInLocal()).getMaxX();
            double above = -1;
            for (Label label : labels()) {
              Bounds place = label.localToScene(label.getBoundsInLocal());
              assertThat(place.getMinX()).isGreaterThanOrEqualTo(end);
              assertThat(place.getMaxX()).isLessThanOrEqualTo(room);
              assertThat(place.getMinY()).isGreaterThanOrEqualTo(above - 1);
              above = place.getMaxY();
            }
          });
    }
  }

  private static LossHistory run(int epochs) {
    LossHistory history = new LossHistory(10);
    for (int epoch = 1; epoch <= epochs; epoch++) {
      float[] batches = new float[10];
      Arrays.fill(batches, 0.1f + 0.5f / epoch);
      history.add(
          batches,
          List.of(new EpochResult(epoch, LossTerms.plain(0.1), LossTerms.plain(0.1), 1, 1)));
    }
    return history;
  }

  private double epochs() {
    return Fx.get(() -> ((Axis) chart.lookup(".epoch-axis")).getMax());
  }

  private Canvas canvas() {
    return ((XYChart) chart.getCenter()).getCanvas();
  }

  private List<Label> labels() {
    return chart.lookupAll(".reference-label").stream()
        .map(Label.class::cast)
        .filter(Node::isVisible)
        .sorted(Comparator.comparingDouble(Node::getLayoutY))
        .toList();
  }
}
