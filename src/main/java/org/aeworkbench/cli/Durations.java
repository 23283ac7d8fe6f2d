package org.aeworkbench.cli;

import java.util.Locale;

/** Times as people read them. */
final class Durations {
  private Durations() {}

  /** {@code 0.4 s}, {@code 12 s}, {@code 7:30 min}, {@code 1:02:03 h}. */
  static String text(double seconds) {
    if (seconds < 9.95) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    long whole = Math.round(seconds);
    if (whole < 60) {
      return whole + " s";
    }
    return clock(whole) + (whole < 3600 ? " min" : " h");
  }

  /** {@code 0:09}, {@code 7:30}, {@code 1:02:03}. */
  static String clock(double seconds) {
    long whole = Math.round(seconds);
    return whole < 3600
        ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
        : String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
  }
}
