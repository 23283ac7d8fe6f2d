package org.aeworkbench.cli;

import java.nio.file.Path;
import org.aeworkbench.model.Code;
import org.aeworkbench.modelfile.ModelFile;
import org.aeworkbench.network.Autoencoder;
import org.aeworkbench.problem.UsageException;

/** Models whose codes may be made up. */
final class VariationalModel {
  private VariationalModel() {}

  /**
   * Reads a model.
   *
   * @throws UsageException if its code is no distribution
   */
  static Autoencoder load(Path file) {
    Autoencoder autoencoder = ModelFile.load(file).autoencoder();
    if (!(autoencoder.spec().code() instanceof Code.Gaussian)) {
      throw new UsageException(
          file + " is not variational: nothing says which of its codes are likely.",
          "Use a model that train --variational has left.");
    }
    return autoencoder;
  }
}
