package org.aeworkbench.datasets;

import java.nio.file.Files;
import java.nio.file.Path;
import org.aeworkbench.problem.ProblemException;

/** Own images in a folder with MNIST's four files, gzip or plain, for instance Fashion-MNIST. */
public final class IdxFolder {
  private IdxFolder() {}

  /**
   * Reads training and test images.
   *
   * @throws ProblemException if a file is missing, not an IDX file of 28×28 images, or damaged
   */
  public static Mnist load(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new ProblemException(folder + " is no folder.", "Name one with IDX files.");
    }
    return new Mnist(dataset(folder, "train"), dataset(folder, "t10k"));
  }

  private static Dataset dataset(Path folder, String prefix) {
    Path imagesFile = file(folder, prefix + "-images-idx3-ubyte");
    Path labelsFile = file(folder, prefix + "-labels-idx1-ubyte");
    byte[] images = IdxReader.readImages(imagesFile);
    byte[] labels = IdxReader.readLabels(labelsFile);
    int count = images.length / Dataset.PIXELS;
    if (count != labels.length) {
      throw new ProblemException(
          imagesFile
              + " holds "
              + count
              + " images, "
              + labelsFile
              + " "
              + labels.length
              + " labels.",
          "Use files that belong together.");
    }
    return new Dataset(images, labels);
  }

  private static Path file(Path folder, String name) {
    Path plain = folder.resolve(name);
    Path zipped = folder.resolve(name + ".gz");
    if (!Files.exists(plain) && !Files.exists(zipped)) {
      throw new ProblemException(
          "The folder " + folder + " has no " + name + " or " + name + ".gz.",
          "Use a folder with MNIST's four files.");
    }
    return Files.exists(plain) ? plain : zipped;
  }
}
