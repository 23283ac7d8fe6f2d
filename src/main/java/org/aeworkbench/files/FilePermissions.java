package org.aeworkbench.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * Who may read and write a file, for the one that replaces it.
 *
 * @param existing null if there is no file yet, or the system has no such permissions
 */
record FilePermissions(@Nullable PosixFileAttributes existing) {
  static FilePermissions of(Path file) throws IOException {
    PosixFileAttributeView view = view(file);
    return new FilePermissions(
        view == null || !Files.exists(file, LinkOption.NOFOLLOW_LINKS)
            ? null
            : view.readAttributes());
  }

  /** For a new file, so that nobody reads it before {@link #give}. */
  FileAttribute<?>[] attributes() {
    return existing == null
        ? new FileAttribute<?>[0]
        : new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(existing.permissions())};
  }

  /** Gives them to a file, with owner and group as far as one may give them away. */
  void give(Path file) throws IOException {
    PosixFileAttributeView view = view(file);
    if (existing == null || view == null) {
      return;
    }
    try {
      view.setGroup(existing.group());
      view.setOwner(existing.owner());
    } catch (IOException e) {
      // Only the system's administrator may.
    }
    view.setPermissions(existing.permissions());
  }

  private static @Nullable PosixFileAttributeView view(Path file) {
    return Files.getFileAttributeView(
        file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
  }
}
