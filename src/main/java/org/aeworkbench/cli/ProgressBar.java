package org.aeworkbench.cli;

import java.util.Locale;

/** One line on a terminal that is written over and over. */
final class ProgressBar {
  private static final long REFRESH_NANOS = 100_000_000;
  private static final int WIDTH = 24;
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final Console console;
  private final int epochs;
  private final Pace pace;
  private long shown;
  private boolean visible;

  ProgressBar(Console console, int epochs, Pace pace) {
    this.console = console;
    this.epochs = epochs;
    this.pace = pace;
  }

  void show(int epoch, int batch, int batches, double loss) {
    long now = System.nanoTime();
    if (visible && now - shown < REFRESH_NANOS) {
      return;
    }
    shown = now;
    visible = true;
    int filled = (int) ((long) WIDTH * batch / batches);
    console
        .err()
        .print(
            CLEAR_LINE
                + String.format(
                    Locale.ROOT,
                    "epoch %d/%d [%s%s] %3d%%  loss %.4f  %s",
                    epoch,
                    epochs,
                    "#".repeat(filled),
                    "-".repeat(WIDTH - filled),
                    100L * batch / batches,
                    loss,
                    pace.isKnown() ? "ETA " + Durations.clock(pace.remainingSeconds()) : ""));
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
