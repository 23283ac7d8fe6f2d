package org.aeworkbench.training;

import java.nio.file.Path;

/** Reads and writes {@code .aemodel} files: stock DL4J zips with extra entries. */
public final class ModelFile {
  private ModelFile() {}

  /** Writes to a temporary file beside the target and moves it into place. */
  public static void save(TrainedModel model, Path file) {
    throw new UnsupportedOperationException("TODO");
  }

  /** Reads and checks a file; a file without our entries (stock DL4J) is refused by name. */
  public static TrainedModel load(Path file) {
    throw new UnsupportedOperationException("TODO");
  }
}
