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
import java.util.Set;
import java.util.UUID;
import org.aeworkbench.problem.ProblemException;

/**
 * Writes a file wholly or not at all: into a temporary file beside the target, which then takes the
 * target's place in one step. Whatever happens, a file that was there before stays as it was until
 * the new one is safely on the disk, and its permissions are the new one's. What a link points to
 * is written, and the link stays. Pipes, devices and files that a process has open are written
 * into.
 */
public final class AtomicFile {
  private static final String TEMPORARY_SUFFIX = ".part";

  /** Of a file's name in that of the temporary one: at most 160 bytes. */
  private static final int NAME_LETTERS = 40;

  private static final int BUFFER = 1 << 16;

  private AtomicFile() {}

  /**
   * Writes a file; its folders are made if they are missing.
   *
   * @param target the file, replaced if it exists
   * @param writer fills it; need not flush or close the (buffered) stream
   * @throws ProblemException if that is not possible; a file is untouched then
   */
  public static void write(Path target, IoConsumer<OutputStream> writer) {
    write(target, writer, true);
  }

  /**
   * Writes one of many files that can be made again, like {@link #write}, but does not wait for the
   * disk unless it replaces something: thousands of small files take a tenth of the time so.
   */
  public static void writeOneOfMany(Path target, IoConsumer<OutputStream> writer) {
    write(target, writer, false);
  }

  private static void write(Path target, IoConsumer<OutputStream> writer, boolean durably) {
    if (Files.isDirectory(target)) {
      throw new ProblemException(target + " is a folder.", "Name a file to write to.");
    }
    try {
      switch (Destination.of(target)) {
        case Destination.WrittenInto open -> writeInto(open, writer);
        case Destination.Replaced file -> replace(file.path(), writer, durably);
      }
    } catch (IOException e) {
      throw WriteFailure.of(
          target.toString(), e, "Free some space there or choose another folder.");
    }
  }

  private static void writeInto(Destination.WrittenInto open, IoConsumer<OutputStream> writer)
      throws IOException {
    try (OutputStream out = new BufferedOutputStream(open.open(), BUFFER)) {
      writer.accept(out);
    }
  }

  private static void replace(Path file, IoConsumer<OutputStream> writer, boolean durably)
      throws IOException {
    Path folder =
        OutputFolder.create(
            Objects.requireNonNull(file.getParent(), "only a root folder has no parent"));
    Path temporary = folder.resolve(temporaryName(String.valueOf(file.getFileName())));
    try {
      FilePermissions permissions = FilePermissions.of(file);
      fill(temporary, permissions, writer, durably || Files.exists(file));
      permissions.give(temporary);
      moveIntoPlace(temporary, file);
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

  private static void fill(
      Path temporary, FilePermissions permissions, IoConsumer<OutputStream> writer, boolean durably)
      throws IOException {
    // Not Files.createTempFile: that would leave a file that only its owner may read.
    try (FileChannel channel =
            FileChannel.open(
                temporary,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                permissions.attributes());
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER)) {
      writer.accept(out);
      out.flush();
      if (durably && channel.isOpen()) { // a zip stream may have closed it
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

  private static void deleteQuietly(Path temporary) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      // What led here has been reported; a leftover .part file harms nobody.
    }
  }
}
