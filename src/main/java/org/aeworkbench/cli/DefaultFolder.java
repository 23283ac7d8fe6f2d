package org.aeworkbench.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.model.Presets;

/** The output folder of a training that names none: a new one, so that nothing is replaced. */
final class DefaultFolder {
  private DefaultFolder() {}

  static Path of(Path parent, NetworkSpec spec) {
    String name = Presets.name(spec) + "-" + spec.encodingDim();
    Path folder = parent.resolve(name);
    for (int i = 2; Files.exists(folder); i++) {
      folder = parent.resolve(name + "-" + i);
    }
    return folder;
  }
}
