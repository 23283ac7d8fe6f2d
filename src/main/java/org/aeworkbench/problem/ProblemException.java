package org.aeworkbench.problem;

import org.jspecify.annotations.Nullable;

/**
 * Something from outside (a file, an option, the machine) is not as it has to be.
 *
 * <p>The message is one line for the user: what is wrong, and what to do about it. It is shown as
 * it stands by the command line and by the window; the cause is for the log alone.
 */
public class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param problem what is wrong, a sentence without line breaks
   * @param remedy what the user can do, a sentence without line breaks
   */
  public ProblemException(String problem, String remedy) {
    this(problem, remedy, null);
  }

  /**
   * @param problem what is wrong, a sentence without line breaks
   * @param remedy what the user can do, a sentence without line breaks
   * @param cause what the machine said, for the log
   */
  public ProblemException(String problem, String remedy, @Nullable Throwable cause) {
    super((oneLine(problem) + " " + oneLine(remedy)).strip(), cause);
  }

  /** The line for the user, never null. */
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s*\\R\\s*", " ").strip();
  }
}
