package org.aeworkbench.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.aeworkbench.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Folders that files go to. */
public final class OutputFolder {
  private OutputFolder() {}

  /**
   * Makes sure that a folder is there and takes files, before long work is done for it.
   *
   * @return the folder
   * @throws ProblemException if it cannot be made or written to
   */
  public static Path check(Path folder) {
    create(folder);
    try {
      Files.delete(Files.createTempFile(folder, ".check", ".part"));
    } catch (IOException e) {
      throw new ProblemException(
          "The folder " + folder + " cannot be written to: " + Reason.of(e) + ".",
          "Choose another folder.",
          e);
    }
    return folder;
  }

  static Path create(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      Path file = fileInTheWay(folder);
      throw new ProblemException(
          "The folder "
              + folder
              + " cannot be made: "
              + (file == null
                  ? Reason.of(e)
                  : file + (Files.isRegularFile(file) ? " is a file" : " is no folder"))
              + ".",
          "Choose another folder.",
          e);
    }
  }

  private static @Nullable Path fileInTheWay(Path folder) {
    for (Path path = folder.toAbsolutePath(); path != null; path = path.getParent()) {
      if (Files.exists(path)) {
        return Files.isDirectory(path) ? null : path;
      }
    }
    return null;
  }
}
