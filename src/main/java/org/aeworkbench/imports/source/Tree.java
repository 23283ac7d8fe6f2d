package org.aeworkbench.imports.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Files in a folder or an archive. Safe for any thread. */
sealed interface Tree extends AutoCloseable permits FolderTree, ZipTree {
  /** The most files that are looked at. */
  int MOST_FILES = 3_000_000;

  /** The folder or the archive. */
  Path root();

  /** Its files but hidden ones, in the order of their names. */
  List<Leaf> leaves();

  /** What could not be looked into, a line each. */
  List<String> problems();

  /** The content of a file; the caller closes it. */
  InputStream open(Leaf leaf) throws IOException;

  /** Where a file lies on the disk as it is; null if it is packed. */
  @Nullable Path file(Leaf leaf);

  /** A file's name for messages. */
  String describe(Leaf leaf);

  @Override
  void close();
}
