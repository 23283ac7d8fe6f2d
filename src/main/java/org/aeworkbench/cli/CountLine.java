package org.aeworkbench.cli;

/** How many of many things are done: one line on a terminal that is written over and over. */
final class CountLine {
  private static final long REFRESH_NANOS = 100_000_000;
  private static final long PATIENCE_NANOS = 1_000_000_000;
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final Console console;
  private final String thing;
  private final int total;
  private final long began = System.nanoTime();
  private long shown;
  private boolean visible;

  /**
   * @param thing for instance {@code picture}
   * @param total how many there are
   */
  CountLine(Console console, String thing, int total) {
    this.console = console;
    this.thing = thing;
    this.total = total;
  }

  /** What is over within a second needs no line. */
  void show(int done) {
    long now = System.nanoTime();
    if (!console.terminal()
        || now - began < PATIENCE_NANOS
        || visible && now - shown < REFRESH_NANOS) {
      return;
    }
    shown = now;
    visible = true;
    console.err().print(CLEAR_LINE + thing + " " + done + " of " + total);
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
