package org.aeworkbench.cli;

import org.aeworkbench.model.ImageShape;
import org.aeworkbench.pictures.Fit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The shape of the images, and how they are brought to it. */
final class ImageOptions {
  @Option(
      names = "--image",
      paramLabel = "HxWxC",
      converter = Converters.OfImageShape.class,
      description =
          "Rows, columns and channels (1 grey, 3 colour) of the images, up to 64x64x3; those of"
              + " --data are brought to it. Default: what suits the data.")
  private @Nullable ImageShape image;

  @Option(
      names = "--fit",
      paramLabel = "HOW",
      converter = Converters.OfFit.class,
      description =
          "How pictures of another shape are brought to it: crop (default; fills it, cuts off what"
              + " is too long), pad (all of the picture) or stretch.")
  private Fit fit = Fit.CROP;

  @Nullable ImageShape image() {
    return image;
  }

  Fit fit() {
    return fit;
  }
}
