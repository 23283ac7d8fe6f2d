package org.aeworkbench.ui.common;

import java.util.Locale;

/** How numbers are written, in any locale. */
public final class Numbers {
  private Numbers() {}

  /** A whole number, its thousands set apart by a thin space. */
  public static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number).replace(',', '\u202F');
  }
}
