package org.aeworkbench.tools.benchmark;

import java.util.Arrays;

/**
 * How fluent the window is while a network is trained on all cores. All times in milliseconds.
 *
 * @param pulses frames that were looked at
 * @param pulseP50 time from one frame to the next, median
 * @param pulseP99 1 of 100 frames took longer
 * @param pulseMax the longest
 * @param stall the longest that work for the FX thread had to wait for it
 * @param moves of a slider that were timed
 * @param sliderP50 from the move of a slider to the frame with the new decoded image, median
 * @param sliderP99 1 of 100 moves took longer
 * @param decodeP50 the decode of one code alone, median
 */
public record UiMeasurement(
    int pulses,
    double pulseP50,
    double pulseP99,
    double pulseMax,
    double stall,
    int moves,
    double sliderP50,
    double sliderP99,
    double decodeP50) {
  /** What {@link #pulseP99} is to be at most. */
  public static final double MOST_PULSE = 50;

  /** What {@link #stall} is to be at most. */
  public static final double MOST_STALL = 100;

  /** What {@link #sliderP99} is to be at most. */
  public static final double MOST_SLIDER = 33;

  /** What {@link #decodeP50} is to be at most. */
  public static final double MOST_DECODE = 1;

  /** Sums up times in nanoseconds, at least one of each. */
  public static UiMeasurement of(long[] pulses, long[] stalls, long[] moves, long[] decodes) {
    return new UiMeasurement(
        pulses.length,
        millis(pulses, 0.5),
        millis(pulses, 0.99),
        millis(pulses, 1),
        millis(stalls, 1),
        moves.length,
        millis(moves, 0.5),
        millis(moves, 0.99),
        millis(decodes, 0.5));
  }

  /** True if nothing is slower than it is to be. */
  public boolean isFluent() {
    return pulseP99 <= MOST_PULSE
        && stall <= MOST_STALL
        && sliderP99 <= MOST_SLIDER
        && decodeP50 <= MOST_DECODE;
  }

  private static double millis(long[] nanos, double share) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.round(share * (sorted.length - 1))] / 1e6;
  }
}
