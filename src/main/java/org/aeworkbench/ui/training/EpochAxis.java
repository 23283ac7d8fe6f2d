package org.aeworkbench.ui.training;

import io.fair_acc.chartfx.axes.spi.AxisRange;
import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import io.fair_acc.dataset.spi.fastutil.DoubleArrayList;

/**
 * The epoch axis. Epochs are counted, so its ticks are whole numbers; only who has zoomed in until
 * fewer than two of them are left sees parts of an epoch.
 */
final class EpochAxis extends DefaultNumericAxis {
  private static final int TICKS = 8;

  EpochAxis() {
    super("epoch");
    getStyleClass().add("epoch-axis");
    setUnit(null);
    setAutoRanging(false);
    setAnimated(false);
    setTickLabelFormatter(new PlainNumbers());
  }

  @Override
  protected void calculateMajorTickValues(AxisRange range, DoubleArrayList ticks) {
    for (double tick : ticks(range.getLowerBound(), range.getUpperBound())) {
      ticks.add(tick);
    }
  }

  /** The ticks of a range: multiples of 1, 2 or 5 times a power of ten, about eight. */
  static double[] ticks(double from, double to) {
    if (!(to > from)) {
      return new double[0];
    }
    boolean whole = Math.floor(to) > Math.ceil(from);
    double unit = niceUnit((to - from) / TICKS);
    if (whole) {
      unit = Math.max(1, unit);
    }
    // As multiples of whole numbers of units: adding units up would end beside the last tick.
    long first = (long) Math.ceil(from / unit - 1e-9);
    long last = (long) Math.floor(to / unit + 1e-9);
    double[] ticks = new double[(int) Math.max(0, last - first + 1)];
    for (int i = 0; i < ticks.length; i++) {
      ticks[i] = (first + i) * unit;
    }
    return ticks;
  }

  /** The smallest of 1, 2 and 5 times the powers of ten that is at least this number. */
  private static double niceUnit(double raw) {
    double power = Math.pow(10, Math.floor(Math.log10(raw)));
    double factor = raw / power;
    return power * (factor <= 1 ? 1 : factor <= 2 ? 2 : factor <= 5 ? 5 : 10);
  }
}
