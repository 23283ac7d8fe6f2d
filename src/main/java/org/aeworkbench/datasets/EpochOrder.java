package org.aeworkbench.datasets;

import java.util.SplittableRandom;

/** The order in which an epoch sees the images: a function of seed and epoch alone. */
public final class EpochOrder {
  private final int size;
  private final long seed;
  private final boolean shuffle;

  /**
   * @param size number of images
   * @param seed of the whole run
   * @param shuffle false: file order in every epoch
   */
  public EpochOrder(int size, long seed, boolean shuffle) {
    this.size = size;
    this.seed = seed;
    this.shuffle = shuffle;
  }

  /**
   * Image indices of an epoch. A run that is resumed at an epoch sees what an uninterrupted one
   * sees.
   *
   * @param epoch counted from 1
   */
  public int[] of(int epoch) {
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      order[i] = i;
    }
    if (shuffle) {
      // Fisher–Yates; the odd constant keeps the streams of neighbouring seeds and epochs apart.
      SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + epoch);
      for (int i = size - 1; i > 0; i--) {
        int j = random.nextInt(i + 1);
        int swapped = order[i];
        order[i] = order[j];
        order[j] = swapped;
      }
    }
    return order;
  }
}
