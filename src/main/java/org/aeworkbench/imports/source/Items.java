package org.aeworkbench.imports.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The images of a source, one after the other. For one thread. */
public interface Items extends AutoCloseable {
  /** How many there are; -1 where nobody knows before the end. */
  long count();

  /**
   * The next one; null at the end.
   *
   * @throws org.aeworkbench.problem.ProblemException if the source is damaged there: nothing
   *     follows then
   */
  @Nullable Item next();

  /** Names of the classes 0, 1, 2 …; empty where they have none. All are there after the last. */
  default List<String> classes() {
    return List.of();
  }

  /** What was found not to be an image, a line each. */
  default List<String> skipped() {
    return List.of();
  }

  /** What else is to be said, a sentence each. */
  default List<String> notes() {
    return List.of();
  }

  @Override
  void close();
}
