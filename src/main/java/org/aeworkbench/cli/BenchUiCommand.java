package org.aeworkbench.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Measures the window. */
@Command(
    name = "ui",
    header = "Measure how fluent the window is.",
    description =
        "Measures how fluent the window is: frames while training, slider to picture, tab changes."
            + " Needs no display.",
    footer = {"  aeworkbench bench ui"})
final class BenchUiCommand implements Callable<Integer> {
  private final WindowPrograms window;

  BenchUiCommand(WindowPrograms window) {
    this.window = window;
  }

  @Override
  public Integer call() {
    return window.bench();
  }
}
