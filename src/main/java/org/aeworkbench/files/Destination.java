package org.aeworkbench.files;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.aeworkbench.problem.ProblemException;

/** What a path that is to be written leads to, with all links followed. */
sealed interface Destination {
  /** Longer chains of links lead round in a circle. */
  int MOST_LINKS = 40;

  /**
   * A file, there or not, which a new one replaces.
   *
   * @param path no link
   */
  record Replaced(Path path) implements Destination {}

  /**
   * A pipe, a device, or a file that a process has open ({@code /dev/stdout}): it is written into.
   *
   * @param path what it is opened by
   */
  record WrittenInto(Path path) implements Destination {
    /** Opens it; blocks until somebody reads a named pipe. */
    OutputStream open() throws IOException {
      return switch (OpenFiles.ownNumber(path)) {
        case OpenFiles.OUT -> unclosed(FileDescriptor.out);
        case OpenFiles.ERR -> unclosed(FileDescriptor.err);
        case OpenFiles.NONE -> Files.newOutputStream(path, StandardOpenOption.WRITE);
        default -> {
          OpenFiles.checkWritable(path);
          // What is in it is somebody's, and its end is where a shell would go on.
          yield Files.isRegularFile(path)
              ? Files.newOutputStream(path, StandardOpenOption.APPEND)
              : Files.newOutputStream(path, StandardOpenOption.WRITE);
        }
      };
    }

    /** The process has more to say. */
    private static OutputStream unclosed(FileDescriptor descriptor) {
      return new FilterOutputStream(new FileOutputStream(descriptor)) {
        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
          out.write(bytes, from, count);
        }

        @Override
        public void close() {
          // See above.
        }
      };
    }
  }

  /**
   * Follows a path.
   *
   * @throws IOException if a link cannot be read
   * @throws ProblemException if they lead round in a circle
   */
  static Destination of(Path target) throws IOException {
    Path path = target.toAbsolutePath();
    for (int links = 0; links < MOST_LINKS; links++) {
      if (OpenFiles.isOne(path)) {
        return new WrittenInto(path);
      }
      if (!Files.isSymbolicLink(path)) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(path)
            ? new WrittenInto(path)
            : new Replaced(path.normalize());
      }
      path =
          Objects.requireNonNull(path.getParent(), "a root folder is no link")
              .resolve(Files.readSymbolicLink(path));
    }
    throw new ProblemException(
        target + " is a link that leads round in a circle.", "Name another file.");
  }
}
