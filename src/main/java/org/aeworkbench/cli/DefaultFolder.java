package org.aeworkbench.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.aeworkbench.network.AutoencoderSpec;

/** The output folder of a training that names none: a new one, so that nothing is replaced. */
final class DefaultFolder {
  private DefaultFolder() {}

  static Path of(AutoencoderSpec spec) {
    String name = spec.architecture().id() + "-" + spec.encodingDim();
    Path folder = Path.of(name);
    for (int i = 2; Files.exists(folder); i++) {
      folder = Path.of(name + "-" + i);
    }
    return folder;
  }
}
