package org.aeworkbench.pictures.formats;

import java.util.function.IntBinaryOperator;

/**
 * Which of the levels of 16-bit samples a picture uses. Cameras and scanners store 10, 12 or 14
 * bits in 16, and measuring devices some hundred levels anywhere: the upper eight bits of those are
 * black, or one grey.
 *
 * @param low becomes 0
 * @param high becomes 255
 */
record SampleRange(int low, int high) {
  /** For samples that have eight bits already. */
  static final SampleRange EIGHT_BITS = new SampleRange(0, 255);

  private static final int MOST = 65_535;
  private static final int FOURTEEN_BITS = 1 << 14;
  private static final int FEWEST_LEVELS = 16;

  /**
   * The whole range, if the picture uses it; the range of fewer bits, if it has no level above; and
   * what it uses, if that is less than a sixteenth of either.
   *
   * @param value of a pixel and a channel
   * @param colours how many channels count
   * @param opacity the channel that says which pixels count; below 0 if there is none
   */
  static SampleRange of(IntBinaryOperator value, int pixels, int colours, int opacity) {
    int low = MOST;
    int high = 0;
    for (int i = 0; i < pixels; i++) {
      if (opacity < 0 || value.applyAsInt(i, opacity) > 0) {
        for (int c = 0; c < colours; c++) {
          int level = value.applyAsInt(i, c);
          low = Math.min(low, level);
          high = Math.max(high, level);
        }
      }
    }
    if (high - low < FEWEST_LEVELS) {
      return new SampleRange(0, MOST);
    }
    int most = high < FOURTEEN_BITS ? (Integer.highestOneBit(high) << 1) - 1 : MOST;
    return (high - low) * 16 < most ? new SampleRange(low, high) : new SampleRange(0, most);
  }

  /** The sample in 0…255. */
  int level(int sample) {
    if (low == 0 && high == 255) {
      return sample;
    }
    return Math.clamp(Math.round((sample - low) * 255f / (high - low)), 0, 255);
  }

  /** A sample of the whole range in 0…255. */
  static int eightBits(int sample, int most) {
    return most == 255 ? sample : Math.round(sample * 255f / most);
  }
}
