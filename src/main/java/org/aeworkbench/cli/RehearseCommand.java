package org.aeworkbench.cli;

import picocli.CommandLine.Command;

/** Starts the window and ends it, for packaging. */
@Command(
    name = "rehearse",
    hidden = true,
    header = "Open the window and close it once it is complete.",
    description =
        "Packaging records with it which classes a start needs; also a quick check of an installed"
            + " program. Needs no display.",
    footer = {"  aeworkbench rehearse"})
final class RehearseCommand implements Runnable {
  private final WindowPrograms window;

  RehearseCommand(WindowPrograms window) {
    this.window = window;
  }

  @Override
  public void run() {
    window.rehearse();
  }
}
