package org.aeworkbench.imports.source;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.aeworkbench.files.Reason;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * An array in a file or an archive. Safe for any thread.
 *
 * @param name its own, {@code x_train}
 */
record NpyArray(Tree tree, Leaf leaf, String name, NpyHeader header) {
  private static final int BUFFER = 1 << 16;

  /** Something to do with an open array. */
  interface Reading<T extends @Nullable Object> {
    T of(DataInputStream in) throws IOException;
  }

  /**
   * Reads the beginning of an array.
   *
   * @throws ProblemException if it is none of numbers
   */
  static NpyArray of(Tree tree, Leaf leaf, String name) {
    String described = tree.describe(leaf);
    return new NpyArray(tree, leaf, name, read(tree, leaf, in -> NpyHeader.read(in, described)));
  }

  /** What its name says. */
  ArrayName says() {
    return ArrayName.of(name());
  }

  /** How its images lie; empty if it holds none. */
  Optional<PixelLayout> layout(@Nullable ImageShape wanted) {
    return header.count() < 1 || header.isColumn() || header.type().isText()
        ? Optional.empty()
        : PixelLayout.ofArray(header.item(), wanted);
  }

  /** Opens it behind its header. */
  DataInputStream open() {
    try {
      DataInputStream in = stream(tree, leaf);
      NpyHeader.read(in, tree.describe(leaf));
      return in;
    } catch (IOException e) {
      throw unreadable(tree, leaf, e);
    }
  }

  /** Opens it behind its header, reads, and closes it. */
  <T extends @Nullable Object> T read(Reading<T> reading) {
    return read(
        tree,
        leaf,
        in -> {
          NpyHeader.read(in, tree.describe(leaf));
          return reading.of(in);
        });
  }

  private static <T extends @Nullable Object> T read(Tree tree, Leaf leaf, Reading<T> reading) {
    try (DataInputStream in = stream(tree, leaf)) {
      return reading.of(in);
    } catch (IOException e) {
      throw unreadable(tree, leaf, e);
    }
  }

  private static DataInputStream stream(Tree tree, Leaf leaf) throws IOException {
    InputStream raw = tree.open(leaf);
    return new DataInputStream(new BufferedInputStream(raw, BUFFER));
  }

  static ProblemException unreadable(Tree tree, Leaf leaf, IOException e) {
    return new ProblemException(
        tree.describe(leaf)
            + (e instanceof java.io.EOFException
                ? " is cut short."
                : " cannot be read: " + Reason.of(e) + "."),
        "Get the file again.",
        e);
  }
}
