package org.aeworkbench.datasets.store;

import java.util.Locale;

/** Sizes of files for people. */
public final class Bytes {
  private static final String[] UNITS = {"bytes", "kB", "MB", "GB", "TB"};

  private Bytes() {}

  /** For instance {@code 47.0 MB}: of a thousand kB each. */
  public static String text(long bytes) {
    double number = bytes;
    int unit = 0;
    while (number >= 999.95 && unit < UNITS.length - 1) {
      number /= 1000;
      unit++;
    }
    return unit == 0
        ? bytes + " bytes"
        : String.format(Locale.ROOT, "%.1f %s", number, UNITS[unit]);
  }
}
