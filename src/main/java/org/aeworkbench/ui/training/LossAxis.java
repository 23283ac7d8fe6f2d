package org.aeworkbench.ui.training;

import io.fair_acc.chartfx.axes.spi.AxisRange;
import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import io.fair_acc.dataset.spi.fastutil.DoubleArrayList;

/**
 * The loss axis. On a logarithmic scale chartfx labels whole decades only, of which a training
 * crosses one at most; this axis labels 1, 2, 5 and, where there is room, every digit.
 */
final class LossAxis extends DefaultNumericAxis {
  private static final int[] COARSE = {1, 2, 5};
  private static final int[] MEDIUM = {1, 2, 3, 4, 5, 6, 8};
  private static final int[] FINE = {
    10, 11, 12, 13, 14, 15, 16, 18, 20, 22, 25, 30, 35, 40, 50, 60, 70, 80, 90
  };

  LossAxis() {
    super("loss");
    setUnit(null);
    setAutoRanging(false);
    setAnimated(false);
    setTickLabelFormatter(new PlainNumbers());
  }

  @Override
  protected void calculateMajorTickValues(AxisRange range, DoubleArrayList ticks) {
    double low = range.getLowerBound();
    double high = range.getUpperBound();
    if (!isLogAxis() || !(low > 0) || !(high > low)) {
      super.calculateMajorTickValues(range, ticks);
      return;
    }
    double decades = Math.log10(high / low);
    int[] steps = decades > 2 ? COARSE : decades > 0.7 ? MEDIUM : FINE;
    double unit = steps == FINE ? 10 : 1;
    for (double decade = Math.pow(10, Math.floor(Math.log10(low))); decade <= high; decade *= 10) {
      for (int step : steps) {
        double tick = decade * step / unit;
        if (tick >= low && tick <= high) {
          ticks.add(tick);
        }
      }
    }
  }
}
