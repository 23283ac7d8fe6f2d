package org.aeworkbench.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.aeworkbench.network.AutoencoderSpec;

/** The output folder of a training that names none: a new one, so that nothing is replaced. */
final class DefaultFolder {
  private DefaultFolder() {}

  static Path of(Path parent, AutoencoderSpec spec) {
    String name = spec.architecture().id() + "-" + spec.encodingDim();
    Path folder = parent.resolve(name);
    for (int i = 2; Files.exists(folder); i++) {
      folder = parent.resolve(name + "-" + i);
    }
    return folder;
  }
}
