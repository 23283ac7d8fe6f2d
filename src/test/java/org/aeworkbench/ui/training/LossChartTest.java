package org.aeworkbench.ui.training;

import java.util.Arrays;
import java.util.List;
import org.aeworkbench.training.EpochResult;
import org.aeworkbench.ui.common.Fx;
import org.aeworkbench.ui.common.TabStage;
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
        List.of(new EpochResult(losses.epochs().size() + 1, 0.3, 0.2, 1, 1)));
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
}
