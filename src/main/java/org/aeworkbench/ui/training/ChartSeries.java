package org.aeworkbench.ui.training;

import io.fair_acc.dataset.DataSet;
import io.fair_acc.dataset.locks.DataSetLock;
import io.fair_acc.dataset.spi.DoubleDataSet;
import java.util.function.Supplier;

/**
 * A line of the chart. Only for the FX thread, and therefore without locks: chartfx locks what it
 * draws when it is laid out, and unlocks it when the frame was drawn. New points between the two,
 * as after a snapshot, would make the FX thread wait for itself for ever.
 */
final class ChartSeries extends DoubleDataSet {
  private static final long serialVersionUID = 1;

  ChartSeries(String name, String styleClass) {
    super(name);
    addStyleClasses(styleClass);
  }

  @Override
  public DataSetLock<? extends DataSet> lock() {
    return new Unlocked(this);
  }

  private record Unlocked(ChartSeries series) implements DataSetLock<ChartSeries> {
    @Override
    public ChartSeries readLock() {
      return series;
    }

    @Override
    public ChartSeries readLockGuard(Runnable reading) {
      reading.run();
      return series;
    }

    @Override
    public <R> R readLockGuard(Supplier<R> reading) {
      return reading.get();
    }

    @Override
    public ChartSeries readLockGuardOptimistic(Runnable reading) {
      reading.run();
      return series;
    }

    @Override
    public <R> R readLockGuardOptimistic(Supplier<R> reading) {
      return reading.get();
    }

    @Override
    public ChartSeries readUnLock() {
      return series;
    }

    @Override
    public ChartSeries writeLock() {
      return series;
    }

    @Override
    public ChartSeries writeLockGuard(Runnable writing) {
      writing.run();
      return series;
    }

    @Override
    public <R> R writeLockGuard(Supplier<R> writing) {
      return writing.get();
    }

    @Override
    public ChartSeries writeUnLock() {
      return series;
    }
  }
}
