package org.aeworkbench.cli;

import java.util.function.LongSupplier;

/** How quickly a training goes, and so how long it will take. For the training thread. */
final class Pace {
  private static final double ENOUGH_SECONDS = 1;
  private static final int ENOUGH_BATCHES = 100;

  private final int epochs;
  private final LongSupplier nanoTime;
  private int measured;
  private long began;
  private int epoch;
  private int batch;
  private int batches = 1;
  private double secondsPerBatch;
  private double lastEpochSeconds = Double.NaN;
  private boolean known;

  /**
   * @param epochs that the training is to have in the end
   * @param nanoTime a clock
   */
  Pace(int epochs, LongSupplier nanoTime) {
    this.epochs = epochs;
    this.nanoTime = nanoTime;
  }

  /** Measures from the first batch's end on: the first carries start-up or validation. */
  void batchDone(int ofEpoch, int number, int ofBatches) {
    long now = nanoTime.getAsLong();
    if (ofEpoch != epoch) {
      epoch = ofEpoch;
      began = now;
      measured = 0;
    } else {
      measured++;
      secondsPerBatch = (now - began) / 1e9 / measured;
      known |=
          measured >= ENOUGH_BATCHES
              || measured * secondsPerBatch >= ENOUGH_SECONDS
              || number == ofBatches;
    }
    batch = number;
    batches = ofBatches;
  }

  void epochDone(double seconds) {
    lastEpochSeconds = seconds;
  }

  /** True once enough batches were seen for an estimate. */
  boolean isKnown() {
    return known;
  }

  /** Of an epoch; before the first one is done without its validation. */
  double epochSeconds() {
    return Double.isNaN(lastEpochSeconds) ? secondsPerBatch * batches : lastEpochSeconds;
  }

  /** Until the last epoch is done. */
  double remainingSeconds() {
    return epochSeconds() * (epochs - epoch + 1 - (double) batch / batches);
  }
}
