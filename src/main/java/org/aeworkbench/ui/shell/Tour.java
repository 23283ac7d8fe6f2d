package org.aeworkbench.ui.shell;

import java.nio.file.Path;

/** Photographs the window. */
public final class Tour {
  private Tour() {}

  /** Writes the pictures to a folder. */
  public static void run(Path out) {
    throw new UnsupportedOperationException("TODO" + out);
  }
}
