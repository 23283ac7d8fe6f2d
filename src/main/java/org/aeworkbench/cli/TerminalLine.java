package org.aeworkbench.cli;

import java.util.function.Supplier;

/** One line on a terminal that is written over and over, ten times a second at most. */
final class TerminalLine {
  private static final long REFRESH_NANOS = 100_000_000;
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final Console console;
  private long shown;
  private boolean visible;

  TerminalLine(Console console) {
    this.console = console;
  }

  /**
   * @param text asked for only if it is time for it
   */
  void show(Supplier<String> text) {
    long now = System.nanoTime();
    if (visible && now - shown < REFRESH_NANOS) {
      return;
    }
    shown = now;
    visible = true;
    console.err().print(CLEAR_LINE + text.get());
    console.err().flush();
  }

  void clear() {
    if (visible) {
      console.err().print(CLEAR_LINE);
      console.err().flush();
      visible = false;
    }
  }
}
