package org.aeworkbench.ui.tools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.aeworkbench.problem.ProblemException;

/** A home for a window that is to leave nothing behind. */
final class TemporaryFolder {
  private TemporaryFolder() {}

  static Path create() {
    try {
      return Files.createTempDirectory("aeworkbench");
    } catch (IOException e) {
      throw new ProblemException(
          "The folder for temporary files cannot be used.", "Free some space there.", e);
    }
  }

  static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new ProblemException(folder + " could not be removed.", "Remove it yourself.", e);
    }
  }
}
