package org.aeworkbench.problem;

import org.jspecify.annotations.Nullable;

/**
 * Whoever read what is written has gone, as {@code head} does after its lines: nothing is wrong,
 * and there is nothing more to do.
 */
public final class ReaderGoneException extends ProblemException {
  private static final long serialVersionUID = 1L;

  /**
   * @param name what was written into
   * @param cause what the machine said
   */
  public ReaderGoneException(String name, @Nullable Throwable cause) {
    super("Nobody reads " + name + " any more.", "Start it again, and read to the end.", cause);
  }
}
