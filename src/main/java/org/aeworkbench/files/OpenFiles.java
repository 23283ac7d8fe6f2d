package org.aeworkbench.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.aeworkbench.problem.ProblemException;

/**
 * The files that processes have open, as systems show them: {@code /proc/…/fd} and {@code /dev/fd}.
 * What such a link says is no path ({@code pipe:[4711]}), or one that another file has by now.
 */
final class OpenFiles {
  /** No file of this process, or of no known number. */
  static final int NONE = -1;

  /** Standard output's number. */
  static final int OUT = 1;

  /** Standard error's number. */
  static final int ERR = 2;

  private static final Path OF_ALL = Path.of("/proc");
  private static final Path OWN = Path.of("/dev/fd");
  private static final int ACCESS_MODE = 3;

  private OpenFiles() {}

  /** True if a path names an open file. */
  static boolean isOne(Path path) {
    Path folder = folder(path);
    return folder.equals(OWN) || folder.startsWith(OF_ALL);
  }

  /** The number that this process has for it. */
  static int ownNumber(Path path) throws IOException {
    Path folder = folder(path);
    boolean own = folder.equals(OWN) || Files.exists(OWN) && folder.equals(OWN.toRealPath());
    String name = String.valueOf(path.getFileName());
    return own && name.matches("[0-9]{1,9}") ? Integer.parseInt(name) : NONE;
  }

  /**
   * Sees to it that nothing is written into a file that this process reads, such as a library of
   * Java's: the system would open it anew, for whoever may write it.
   *
   * @throws ProblemException if it is open for reading only
   */
  static void checkWritable(Path path) throws IOException {
    Path info = OF_ALL.resolve("self").resolve("fdinfo").resolve(path.getFileName());
    if (!Files.exists(info)) {
      return;
    }
    for (String line : Files.readAllLines(info)) {
      if (line.startsWith("flags:")
          && (Integer.parseInt(line.substring("flags:".length()).strip(), 8) & ACCESS_MODE) == 0) {
        throw new ProblemException(
            path + " is open for reading only.", "Name another file, or open it for writing.");
      }
    }
  }

  private static Path folder(Path path) {
    Path parent = path.getParent();
    try {
      return parent == null ? path : parent.toRealPath();
    } catch (IOException e) {
      return parent; // not there, so no file in it is open
    }
  }
}
