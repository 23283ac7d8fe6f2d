package org.aeworkbench.imports.source;

import java.util.List;

/**
 * A file below a folder or in an archive.
 *
 * @param path with {@code /} between names, relative to where one looks
 * @param size in bytes, as the file system or the archive says
 * @param modified milliseconds, of whatever epoch
 */
record Leaf(String path, long size, long modified) {
  /** The names of folders and file. */
  List<String> names() {
    return List.of(path.split("/"));
  }

  /** The file's own name. */
  String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
