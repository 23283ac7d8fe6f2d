package org.aeworkbench.cli;

import java.nio.file.Path;
import java.util.List;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.problem.ProblemException;
import org.aeworkbench.problem.UsageException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Test images in place of pictures. */
final class TestSetOptions {
  @Mixin private final DataOptions data = new DataOptions();

  @Option(
      names = "--test-set",
      description = "Take the test images: MNIST's, or those of --data, which says so by itself.")
  private boolean testSet;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Take the first N test images only. Default: all.")
  private @Nullable Integer limit;

  /**
   * True if test images are meant.
   *
   * @param pictures that were named beside
   * @param options that only pictures have
   * @throws UsageException if both or neither are meant
   */
  boolean areMeant(List<Path> pictures, PictureOptions options) {
    boolean meant = testSet || data.areOwn();
    if (meant == !pictures.isEmpty()) {
      throw new UsageException(
          meant
              ? "Both " + (testSet ? "--test-set" : "--data") + " and pictures were given."
              : "There are no images to take.",
          "Name pictures, or give --test-set.");
    }
    if (meant && options.areGiven()) {
      throw new UsageException(
          "--as-is, --clean and --each-digit are for pictures.", "Leave them out with --test-set.");
    }
    if (limit != null && (limit < 1 || !meant)) {
      throw new UsageException(
          limit < 1 ? "--limit " + limit + " leaves no images." : "--limit is for test images.",
          limit < 1 ? "Choose 1 or more." : "Give --test-set or --data, or leave it out.");
    }
    data.check();
    return meant;
  }

  /**
   * The test images.
   *
   * @param image shape that the model takes
   */
  Dataset load(ImageShape image, PictureOptions options, Console console) {
    Dataset test =
        data.load(data.areOwn() ? image : null, options.fitOfData(), console).split().test();
    if (!test.shape().equals(image)) {
      throw new ProblemException(
          "The model takes images of "
              + image.text()
              + ", those of the test set are "
              + test.shape().text()
              + ".",
          "Name the data that it has learned with --data.");
    }
    return limit == null ? test : test.first(Math.min(limit, test.size()));
  }
}
