package org.aeworkbench.cli;

/** How many of many things are done, where there is a terminal to say it on. */
final class CountLine {
  private static final long PATIENCE_NANOS = 1_000_000_000;

  private final Console console;
  private final String thing;
  private final int total;
  private final TerminalLine line;
  private final long began = System.nanoTime();

  /**
   * @param thing for instance {@code picture}
   * @param total how many there are
   */
  CountLine(Console console, String thing, int total) {
    this.console = console;
    this.thing = thing;
    this.total = total;
    line = new TerminalLine(console);
  }

  /** What is over within a second needs no line. */
  void show(int done) {
    if (console.terminal() && System.nanoTime() - began >= PATIENCE_NANOS) {
      line.show(() -> thing + " " + done + " of " + total);
    }
  }

  void clear() {
    line.clear();
  }
}
