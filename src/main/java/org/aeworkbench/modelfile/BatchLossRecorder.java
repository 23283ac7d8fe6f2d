package org.aeworkbench.modelfile;

import java.util.Arrays;

/** Writes batch losses down in bounded space. Not thread-safe. */
public final class BatchLossRecorder {
  private float[] means;
  private int size;
  private int stride;
  private long batches;
  private double openSum;

  /** Goes on from what is there. */
  public BatchLossRecorder(BatchLosses start) {
    means = start.means().clone();
    size = means.length;
    stride = start.stride();
    batches = start.batches();
    openSum = start.openSum();
  }

  /** Adds the loss of the next batch. */
  public void add(float loss) {
    batches++;
    openSum += loss;
    if (batches % stride == 0) {
      if (size == BatchLosses.CAPACITY) {
        halve();
        if (batches % stride != 0) {
          return;
        }
      }
      if (size == means.length) {
        means = Arrays.copyOf(means, Math.clamp(2L * size, 1024, BatchLosses.CAPACITY));
      }
      means[size++] = (float) (openSum / stride);
      openSum = 0;
    }
  }

  /** Batches so far. */
  public long batches() {
    return batches;
  }

  /** What was written down so far, immutable. */
  public BatchLosses losses() {
    return new BatchLosses(Arrays.copyOf(means, size), stride, batches, openSum);
  }

  /** Two means become one. The capacity is even, so none is left over. */
  private void halve() {
    size /= 2;
    for (int i = 0; i < size; i++) {
      means[i] = (means[2 * i] + means[2 * i + 1]) / 2;
    }
    stride *= 2;
  }
}
