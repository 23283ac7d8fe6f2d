package org.aeworkbench.cli;

import org.aeworkbench.backend.dl4j.NativeLibraries;

/** What the first command of an installed version that needs DL4J has to do once. */
final class FirstUse {
  private FirstUse() {}

  /** Unpacks DL4J's libraries and says so, unless they are. */
  static void prepare(Console console) {
    if (!NativeLibraries.areReady()) {
      console.note("Unpacking the libraries of Deeplearning4j, only this once …");
      NativeLibraries.prepare(share -> {});
    }
  }
}
