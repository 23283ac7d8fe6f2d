package org.aeworkbench.ui.common;

import java.util.Locale;

/** How numbers are written and read, in any locale. */
public final class Numbers {
  private Numbers() {}

  /** A whole number, its thousands set apart by a thin space. */
  public static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number).replace(',', '\u202F');
  }

  /**
   * A decimal number as a program reads it, from how people type it: with a point or a comma (or
   * the Arabic one), in the digits of any script.
   */
  public static String plain(String typed) {
    StringBuilder plain = new StringBuilder(typed.length());
    typed.strip().codePoints().map(Numbers::plain).forEach(plain::appendCodePoint);
    return plain.toString();
  }

  private static int plain(int typed) {
    return switch (typed) {
      case ',', '\u066B' -> '.';
      case '\u2212' -> '-';
      default -> Character.isDigit(typed) ? '0' + Character.digit(typed, 10) : typed;
    };
  }
}
