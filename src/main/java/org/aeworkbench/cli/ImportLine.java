package org.aeworkbench.cli;

import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.aeworkbench.imports.ImportControl;

/** How far an import is, in one line of a terminal. */
final class ImportLine implements AutoCloseable {
  private static final long PERIOD_MILLIS = 200;

  private final TerminalLine line;
  private final ImportControl control;
  private final ScheduledExecutorService clock;

  ImportLine(Console console, ImportControl control) {
    this.control = control;
    line = new TerminalLine(console);
    clock =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("import-line").factory());
    if (console.terminal()) {
      clock.scheduleWithFixedDelay(this::show, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private synchronized void show() {
    if (!clock.isShutdown() && control.done() > 0) {
      line.show(this::text);
    }
  }

  private String text() {
    return control.total() > 0
        ? String.format(Locale.ROOT, "imported %,d of %,d images", control.done(), control.total())
        : String.format(Locale.ROOT, "imported %,d images", control.done());
  }

  synchronized void clear() {
    clock.shutdownNow();
    line.clear();
  }

  @Override
  public void close() {
    clear();
  }
}
