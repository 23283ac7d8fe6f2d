package org.aeworkbench.cli;

import org.aeworkbench.problem.UsageException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How many threads the vector backend uses. */
final class ThreadsOption {
  private static final int MAX = 1024;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "Threads of the vector backend; the result is the same with any number. Default: one a"
              + " core.")
  private @Nullable Integer threads;

  int count() {
    if (threads == null) {
      return Runtime.getRuntime().availableProcessors();
    }
    if (threads < 1 || threads > MAX) {
      throw new UsageException(
          "--threads " + threads + " is out of range.", "Choose 1 to " + MAX + ".");
    }
    return threads;
  }
}
