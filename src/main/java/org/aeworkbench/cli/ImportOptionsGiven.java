package org.aeworkbench.cli;

import org.aeworkbench.imports.ImportOptions;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.pictures.Fit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How own images become a data set, shape and fit left aside. */
final class ImportOptionsGiven {
  @Option(
      names = "--invert",
      description = "Turn dark into light in --data: for dark ink on white paper.")
  private boolean invert;

  @Option(
      names = "--test-fraction",
      paramLabel = "X",
      description =
          "Share of the images of --data to judge by, where it has no test images of its own:"
              + " drawn at random from all images whatever their class, so a class may have a"
              + " little more or less. Default: a seventh.")
  private @Nullable Double testFraction;

  @Option(
      names = "--split-seed",
      paramLabel = "N",
      description = "Decides which images these are. Default: 42.")
  private @Nullable Long splitSeed;

  /** True if one of them was given. */
  boolean areGiven() {
    return invert || testFraction != null || splitSeed != null;
  }

  /**
   * All options of an import.
   *
   * @param image null for what suits the images
   */
  ImportOptions options(@Nullable ImageShape image, Fit fit) {
    ImportOptions options = ImportOptions.DEFAULT.withImage(image).withFit(fit).withInvert(invert);
    if (testFraction != null) {
      options = options.withTestFraction(testFraction);
    }
    return splitSeed == null ? options : options.withSplitSeed(splitSeed);
  }
}
