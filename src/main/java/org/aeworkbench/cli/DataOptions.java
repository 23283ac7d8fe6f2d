package org.aeworkbench.cli;

import java.nio.file.Path;
import org.aeworkbench.datasets.DataSplit;
import org.aeworkbench.datasets.Mnist;
import org.aeworkbench.datasets.SampleShapes;
import org.aeworkbench.datasets.store.StoredData;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.pictures.Fit;
import org.aeworkbench.problem.UsageException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which images. */
final class DataOptions {
  @Option(
      names = "--data",
      paramLabel = "PATH",
      description =
          "Own images: a folder of pictures (sub-folders are classes; folders train and test are"
              + " the parts), a zip of one, a CSV of pixels, .npz, .npy, or IDX files as MNIST's."
              + " Or shapes: small coloured pictures that the workbench draws itself. Converted"
              + " once and kept, see aeworkbench data. Default: the MNIST inside the workbench.")
  private @Nullable Path path;

  @Mixin private final ImportOptionsGiven conversion = new ImportOptionsGiven();

  /**
   * Images, ready.
   *
   * @param name what models remember as their name
   */
  record Loaded(DataSplit split, String name) {}

  /** True if other images than MNIST's are meant. */
  boolean areOwn() {
    return path != null;
  }

  /**
   * Loads the images, importing them if need be.
   *
   * @param image the shape that they are brought to; null for what suits them
   * @param fit how
   */
  Loaded load(@Nullable ImageShape image, Fit fit, Console console) {
    check();
    if (path == null) {
      refuseOther(image, ImageShape.MNIST);
      return new Loaded(Mnist.load(), "MNIST");
    }
    if (OwnData.isShapes(path)) {
      DataSplit shapes = SampleShapes.make();
      refuseOther(image, shapes.training().shape());
      return new Loaded(shapes, SampleShapes.NAME);
    }
    StoredData stored = OwnData.open(path, conversion.options(image, fit), console);
    return new Loaded(stored.data(), stored.description().name());
  }

  /** Sees to it that nothing is asked of own images where there are none. */
  void check() {
    if (path == null && conversion.areGiven()) {
      throw new UsageException(
          "--invert, --test-fraction and --split-seed are for own images.", "Give --data too.");
    }
  }

  private static void refuseOther(@Nullable ImageShape image, ImageShape have) {
    if (image != null && !image.equals(have)) {
      throw new UsageException(
          "The images of this data are " + have.text() + ", not " + image.text() + ".",
          "Take these sizes, or give --data with images that can be brought to others.");
    }
  }
}
