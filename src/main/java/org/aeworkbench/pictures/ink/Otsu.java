package org.aeworkbench.pictures.ink;

/** Parts numbers in two classes that differ most (Otsu 1979). */
final class Otsu {
  private static final int BINS = 128;

  private Otsu() {}

  /**
   * The level between the two classes whose variance between them is greatest.
   *
   * @param values in 0…1
   * @return 0 if there are none
   */
  static float threshold(float[] values) {
    int[] counts = new int[BINS];
    double sum = 0;
    for (float value : values) {
      int bin = Math.clamp((int) (value * BINS), 0, BINS - 1);
      counts[bin]++;
      sum += bin;
    }
    double below = 0;
    double belowSum = 0;
    double most = 0;
    int best = 0;
    for (int bin = 0; bin < BINS - 1; bin++) {
      below += counts[bin];
      belowSum += (double) bin * counts[bin];
      double above = values.length - below;
      double apart = below * above == 0 ? 0 : belowSum / below - (sum - belowSum) / above;
      if (below * above * apart * apart > most) {
        most = below * above * apart * apart;
        best = bin + 1;
      }
    }
    return best / (float) BINS;
  }
}
