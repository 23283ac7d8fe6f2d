package org.aeworkbench.imports.source;

import java.nio.file.Path;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * What a data set can be read from. Its files are looked through when it is made, its images are
 * read by {@link #items}. Not thread-safe, and not for the FX thread; {@link #close} it.
 */
public sealed interface DataSource extends AutoCloseable
    permits PictureSource, IdxSource, ArraySource, TableSource {
  /**
   * Recognises what a path holds, by its content.
   *
   * @param wanted shape that is asked for, which says what a row of numbers is; null for any
   * @throws ProblemException if there is nothing that could become a data set
   */
  static DataSource of(Path path, @Nullable ImageShape wanted) {
    return Recognition.of(path, wanted);
  }

  /** Where it is. */
  Path path();

  /** For people, as models remember it: the last name of its path. */
  default String name() {
    return String.valueOf(path().toAbsolutePath().normalize().getFileName());
  }

  /** What it is, in words: {@code folder of pictures}. */
  String kind();

  /** Another text once it has changed. */
  String fingerprint();

  /** How many images it holds, readable or not; -1 where nobody knows before they are read. */
  long count();

  /** True if it says itself which images are to learn from and which to judge by. */
  boolean saysParts();

  /**
   * All its images.
   *
   * @param seed decides their order, where they have none of their own
   */
  Items items(long seed);

  /**
   * A few of its images, to see what it holds.
   *
   * @param most so many at most
   */
  Items sample(int most);

  @Override
  void close();
}
