package org.aeworkbench.analysis;

import java.util.Arrays;
import org.aeworkbench.datasets.Dataset;

/**
 * What images have in common.
 *
 * @param looked images that were looked at, evenly from all of them
 * @param mean mean image, [channel][row][column] in 0…1
 * @param histogram how many values of those images fall into each {@value #BINS}th of 0…1
 * @param classCounts images of each class, all of them counted; empty without labels
 */
public record DataSummary(int looked, float[] mean, long[] histogram, int[] classCounts) {
  /** Bars of the histogram. */
  public static final int BINS = 64;

  /**
   * Looks at images; takes about a second for {@code most} of 20 000 and 28×28, so never on the FX
   * thread.
   *
   * @param most images to look at, 1 or more; of larger sets every so-many-th
   */
  public static DataSummary of(Dataset data, int most) {
    int looked = Math.min(most, data.size());
    int size = data.shape().size();
    long[] sums = new long[size];
    long[] bytes = new long[256];
    for (int i = 0; i < looked; i++) {
      byte[] image = data.bytes((int) ((long) i * data.size() / looked), 1);
      for (int p = 0; p < size; p++) {
        int value = image[p] & 0xFF;
        sums[p] += value;
        bytes[value]++;
      }
    }
    float[] mean = new float[size];
    for (int p = 0; p < size; p++) {
      mean[p] = looked == 0 ? 0 : (float) (sums[p] / (255.0 * looked));
    }
    long[] histogram = new long[BINS];
    for (int value = 0; value < bytes.length; value++) {
      histogram[value * BINS / bytes.length] += bytes[value];
    }
    return new DataSummary(looked, mean, histogram, classCounts(data));
  }

  private static int[] classCounts(Dataset data) {
    if (!data.hasLabels()) {
      return new int[0];
    }
    int[] counts = new int[0];
    for (int i = 0; i < data.size(); i++) {
      int label = data.label(i);
      if (label >= counts.length) {
        counts = Arrays.copyOf(counts, label + 1);
      }
      if (label >= 0) {
        counts[label]++;
      }
    }
    return counts;
  }
}
