package org.aeworkbench.pictures.ink;

/** Adds up colours, and says how far apart two are. */
final class MeanColour {
  private final long[] sums = new long[3];
  private long count;

  void add(int rgb) {
    for (int channel = 0; channel < 3; channel++) {
      sums[channel] += rgb >> 8 * channel & 0xFF;
    }
    count++;
  }

  /** Without alpha; black if there were none. */
  int rgb() {
    int mean = 0;
    for (int channel = 0; channel < 3; channel++) {
      mean |= (int) (sums[channel] / Math.max(1, count)) << 8 * channel;
    }
    return mean;
  }

  /** The largest difference of a channel. */
  static int apart(int a, int b) {
    int red = Math.abs((a >> 16 & 0xFF) - (b >> 16 & 0xFF));
    int green = Math.abs((a >> 8 & 0xFF) - (b >> 8 & 0xFF));
    return Math.max(red, Math.max(green, Math.abs((a & 0xFF) - (b & 0xFF))));
  }
}
