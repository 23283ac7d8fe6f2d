package org.aeworkbench.app.job;

import java.util.Arrays;

/**
 * The batch losses of a run of any length in bounded space: fewer than {@value #CAPACITY} points,
 * each the mean of as many successive batches as it takes.
 */
public final class LossSeries {
  /** Points that are kept: more than a screen has columns, fewer than a chart takes a frame for. */
  public static final int CAPACITY = 4096;

  private final double[] means = new double[CAPACITY];
  private final double batchesPerEpoch;
  private int size;
  private int stride = 1;
  private double openSum;
  private int openCount;
  private long batches;

  /**
   * @param batchesPerEpoch what turns a batch number into a position in epochs, at least 1
   */
  public LossSeries(int batchesPerEpoch) {
    this.batchesPerEpoch = batchesPerEpoch;
  }

  /**
   * Adds the loss of the next batches.
   *
   * @param loss their mean
   * @param count how many they are
   */
  public void add(double loss, int count) {
    batches += count;
    for (int left = count, taken; left > 0; left -= taken) {
      taken = Math.min(left, stride - openCount);
      openSum += loss * taken;
      openCount += taken;
      if (openCount == stride) {
        means[size++] = openSum / stride;
        openSum = 0;
        openCount = 0;
        if (size == CAPACITY) {
          halve();
        }
      }
    }
  }

  /** Number of points. */
  public int size() {
    return size;
  }

  /** Number of batches added so far. */
  public long batches() {
    return batches;
  }

  /** Positions of the points in epochs: the end of the first epoch is 1. */
  public double[] positions() {
    double[] positions = new double[size];
    for (int i = 0; i < size; i++) {
      positions[i] = ((i + 1.0) * stride - (stride - 1) / 2.0) / batchesPerEpoch;
    }
    return positions;
  }

  /** The points. */
  public double[] values() {
    return Arrays.copyOf(means, size);
  }

  /**
   * The points as an exponential moving average, corrected for its start.
   *
   * @param weight of what was before, 0 (no smoothing) to below 1
   */
  public double[] smoothed(double weight) {
    double[] smooth = new double[size];
    double average = 0;
    double forgotten = 1;
    for (int i = 0; i < size; i++) {
      average = weight * average + (1 - weight) * means[i];
      forgotten *= weight;
      smooth[i] = average / (1 - forgotten);
    }
    return smooth;
  }

  /** Mean of the last points, NaN without any. */
  public double recentMean(int points) {
    int from = Math.max(0, size - points);
    return Arrays.stream(means, from, size).average().orElse(Double.NaN);
  }

  private void halve() {
    for (int i = 0; i < CAPACITY / 2; i++) {
      means[i] = (means[2 * i] + means[2 * i + 1]) / 2;
    }
    size = CAPACITY / 2;
    stride *= 2;
  }
}
