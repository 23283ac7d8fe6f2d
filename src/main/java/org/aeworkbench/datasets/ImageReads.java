package org.aeworkbench.datasets;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Images of a file that is mapped as well, read at any place. A mapped page brings along what lies
 * around it, megabytes on some systems: images in random order of a file that is larger than the
 * memory would be read a hundred times over. Safe for any thread.
 */
public final class ImageReads {
  private final Path file;
  private final long start;
  private @Nullable FileChannel channel;

  /**
   * @param file opened when it is needed, closed when this is no longer reachable
   * @param start where the first image begins
   */
  public ImageReads(Path file, long start) {
    this.file = file;
    this.start = start;
  }

  /**
   * Reads some bytes.
   *
   * @param at the first, counted from the first image on
   * @param target gets them from {@code from} on
   * @return false if that is not possible now: the thread is interrupted, or the file has gone
   */
  boolean read(long at, byte[] target, int from, int length) {
    try {
      FileChannel open = channel();
      ByteBuffer buffer = ByteBuffer.wrap(target, from, length);
      while (buffer.hasRemaining()) {
        int read = open.read(buffer, start + at + buffer.position() - from);
        if (read < 0) {
          return false;
        }
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** An interrupted reader closes it for all. */
  private synchronized FileChannel channel() throws IOException {
    FileChannel open = channel;
    if (open == null || !open.isOpen()) {
      open = FileChannel.open(file, StandardOpenOption.READ);
      channel = open;
    }
    return open;
  }
}
