package org.aeworkbench.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.UUID;
import org.aeworkbench.problem.ProblemException;

/**
 * Writes a file wholly or not at all: into a temporary file beside the target, which then takes the
 * target's place in one step. Whatever happens, a file that was there before stays as it was until
 * the new one is safely on the disk.
 */
public final class AtomicFile {
  private static final String TEMPORARY_SUFFIX = ".part";

  /** Of a file's name in that of the temporary one: at most 160 bytes. */
  private static final int NAME_LETTERS = 40;

  private AtomicFile() {}

  /**
   * Writes a file; its folders are made if they are missing.
   *
   * @param target the file, replaced if it exists
   * @param writer fills it; need not flush or close the (buffered) stream
   * @throws ProblemException if that is not possible; the target is untouched then
   */
  public static void write(Path target, IoConsumer<OutputStream> writer) {
    if (Files.isDirectory(target)) {
      throw new ProblemException(target + " is a folder.", "Name a file to write to.");
    }
    Path file = linkedFile(target.toAbsolutePath().normalize());
    Path folder =
        OutputFolder.create(
            Objects.requireNonNull(file.getParent(), "only a root folder has no parent"));
    Path temporary = folder.resolve(temporaryName(String.valueOf(file.getFileName())));
    try {
      fill(temporary, writer);
      moveIntoPlace(temporary, file);
    } catch (IOException e) {
      throw new ProblemException(
          target + " could not be written: " + Reason.of(e) + ".",
          "Free some space there or choose another folder.",
          e);
    } finally {
      deleteQuietly(temporary);
    }
  }

  /** Writes a text file in UTF-8, like {@link #write}. */
  public static void writeText(Path target, CharSequence text) {
    write(target, out -> out.write(text.toString().getBytes(StandardCharsets.UTF_8)));
  }

  /** Not longer than file systems take, whatever the file's own name. */
  private static String temporaryName(String name) {
    int end =
        name.offsetByCodePoints(0, Math.min(NAME_LETTERS, name.codePointCount(0, name.length())));
    return "." + name.substring(0, end) + "." + UUID.randomUUID() + TEMPORARY_SUFFIX;
  }

  private static void fill(Path temporary, IoConsumer<OutputStream> writer) throws IOException {
    // Not Files.createTempFile: that would leave a file that only its owner may read.
    try (FileChannel channel =
            FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16)) {
      writer.accept(out);
      out.flush();
      if (channel.isOpen()) { // a zip stream may have closed it
        channel.force(true);
      }
    }
  }

  private static void moveIntoPlace(Path temporary, Path file) throws IOException {
    try {
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** A link stays a link: what it points to is replaced. */
  private static Path linkedFile(Path target) {
    try {
      return Files.isSymbolicLink(target) ? target.toRealPath() : target;
    } catch (IOException e) {
      return target; // a dangling link is replaced
    }
  }

  private static void deleteQuietly(Path temporary) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      // What led here has been reported; a leftover .part file harms nobody.
    }
  }
}
