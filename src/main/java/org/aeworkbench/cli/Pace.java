package org.aeworkbench.cli;

import java.util.function.LongSupplier;

/** How quickly a training goes, and so how long it will take. For the training thread. */
final class Pace {
  private static final double ENOUGH_SECONDS = 1;
  private static final int ENOUGH_BATCHES = 100;
  private static final int FEWEST_BATCHES = 3;

  private final int epochs;
  private final LongSupplier nanoTime;
  private int measured;
  private int windowFirst;
  private long windowBegan;
  private int nextFirst;
  private long nextBegan;
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

  /**
   * Measures from the first batch's end on, which carries start-up or validation, and by the latter
   * half of the batches since, because the first of a process are slow: their code is still being
   * compiled.
   */
  void batchDone(int ofEpoch, int number, int ofBatches) {
    long now = nanoTime.getAsLong();
    if (ofEpoch != epoch) {
      epoch = ofEpoch;
      measured = 0;
      windowFirst = 0;
      nextFirst = 0;
      windowBegan = now;
      nextBegan = now;
    } else {
      measured++;
      double seconds = (now - windowBegan) / 1e9;
      secondsPerBatch = seconds / (measured - windowFirst);
      known |=
          measured >= ENOUGH_BATCHES
              || (measured >= FEWEST_BATCHES && seconds >= ENOUGH_SECONDS)
              || number == ofBatches;
      if (measured >= 2 * nextFirst) {
        windowFirst = nextFirst;
        windowBegan = nextBegan;
        nextFirst = measured;
        nextBegan = now;
      }
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
