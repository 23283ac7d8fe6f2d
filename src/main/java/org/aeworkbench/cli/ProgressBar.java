package org.aeworkbench.cli;

import java.util.Locale;

/** How far a training is, in one line. */
final class ProgressBar {
  private static final int WIDTH = 24;

  private final TerminalLine line;
  private final int epochs;
  private final Pace pace;

  ProgressBar(Console console, int epochs, Pace pace) {
    line = new TerminalLine(console);
    this.epochs = epochs;
    this.pace = pace;
  }

  void show(int epoch, int batch, int batches, double loss) {
    line.show(() -> text(epoch, batch, batches, loss));
  }

  private String text(int epoch, int batch, int batches, double loss) {
    int filled = (int) ((long) WIDTH * batch / batches);
    return String.format(
        Locale.ROOT,
        "epoch %d/%d [%s%s] %3d%%  loss %.4f  %s",
        epoch,
        epochs,
        "#".repeat(filled),
        "-".repeat(WIDTH - filled),
        100L * batch / batches,
        loss,
        pace.isKnown() ? "ETA " + Durations.clock(pace.remainingSeconds()) : "");
  }

  void clear() {
    line.clear();
  }
}
