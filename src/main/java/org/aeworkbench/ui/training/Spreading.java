package org.aeworkbench.ui.training;

import java.util.Arrays;

/** Puts labels beside their lines, as near as they can be without lying over each other. */
final class Spreading {
  private Spreading() {}

  /**
   * Places of labels of one height that keep out of each other, with the least sum of squared
   * distances from where they would like to be: isotonic regression by pooling adjacent violators
   * (Barlow and others, 1972) of the wishes less the room that the labels above take. Labels that
   * do not all fit lie over each other evenly.
   *
   * @param wanted tops as they would like to be, in ascending order
   * @param height of a label
   * @param room from 0 on that they may use
   * @return their tops, in the same order
   */
  static double[] tops(double[] wanted, double height, double room) {
    int count = wanted.length;
    double step = count > 1 ? Math.min(height, Math.max(0, room - height) / (count - 1)) : height;
    double[] sums = new double[count];
    int[] sizes = new int[count];
    int groups = 0;
    for (int i = 0; i < count; i++) {
      sums[groups] = wanted[i] - i * step;
      sizes[groups++] = 1;
      while (groups > 1
          && sums[groups - 2] / sizes[groups - 2] >= sums[groups - 1] / sizes[groups - 1]) {
        groups--;
        sums[groups - 1] += sums[groups];
        sizes[groups - 1] += sizes[groups];
      }
    }
    double highest = Math.max(0, room - height - (count - 1) * step);
    double[] tops = new double[count];
    int next = 0;
    for (int group = 0; group < groups; group++) {
      double at = Math.clamp(sums[group] / sizes[group], 0, highest);
      Arrays.fill(tops, next, next + sizes[group], at);
      next += sizes[group];
    }
    for (int i = 0; i < count; i++) {
      tops[i] += i * step;
    }
    return tops;
  }
}
