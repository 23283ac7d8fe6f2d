package org.aeworkbench.cli;

import java.nio.file.Path;
import org.aeworkbench.files.OutputFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Photographs the window. */
@Command(
    name = "tour",
    header = "Leave pictures of the whole workbench.",
    description =
        "Opens the window, trains a network, goes through every tab and leaves a picture of each"
            + " step. Needs no display.",
    footer = {"  aeworkbench tour --out pictures"})
final class TourCommand implements Runnable {
  private final WindowPrograms window;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FOLDER",
      converter = Converters.OfFolder.class,
      description = "Where the pictures go.")
  private Path out = Path.of("");

  TourCommand(WindowPrograms window) {
    this.window = window;
  }

  @Override
  public void run() {
    window.tour(OutputFolder.check(out));
  }
}
