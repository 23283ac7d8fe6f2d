package org.aeworkbench.cli;

import java.nio.file.Path;
import org.aeworkbench.datasets.DataSplit;
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
          "A folder with own images in files as MNIST's (train-images-idx3-ubyte,"
              + " t10k-images-idx3-ubyte; gzip or plain), for instance Fashion-MNIST, EMNIST or"
              + " QMNIST under their own names; labels are not needed. Where it holds several data"
              + " sets: the file of training images of one. Default: the MNIST inside the"
              + " workbench.")
  private @Nullable Path folder;

  DataSplit load() {
    return folder == null ? Mnist.load() : IdxFolder.load(folder);
  }

  /** What models remember as the name of their data. */
  String name() {
    return folder == null ? "MNIST" : IdxFolder.name(folder);
  }
}
