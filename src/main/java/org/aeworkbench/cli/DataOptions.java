package org.aeworkbench.cli;

import java.nio.file.Path;
import org.aeworkbench.datasets.IdxFolder;
import org.aeworkbench.datasets.Mnist;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which images. */
final class DataOptions {
  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description =
          "A folder with own images in MNIST's four files (train-images-idx3-ubyte,"
              + " train-labels-idx1-ubyte, t10k-images-idx3-ubyte, t10k-labels-idx1-ubyte; gzip or"
              + " plain), for instance Fashion-MNIST. Default: the MNIST inside the workbench.")
  private @Nullable Path folder;

  Mnist load() {
    return folder == null ? Mnist.load() : IdxFolder.load(folder);
  }

  /** What models remember as the name of their data. */
  String name() {
    return folder == null
        ? "MNIST"
        : String.valueOf(folder.toAbsolutePath().normalize().getFileName());
  }
}
