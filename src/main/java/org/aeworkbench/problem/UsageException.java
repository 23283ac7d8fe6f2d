package org.aeworkbench.problem;

/**
 * A choice that cannot work: an option or a combination of options. The command line exits with 2.
 */
public class UsageException extends ProblemException {
  private static final long serialVersionUID = 1L;

  /**
   * @param problem what is wrong, a sentence without line breaks
   * @param remedy what the user can do, a sentence without line breaks
   */
  public UsageException(String problem, String remedy) {
    super(problem, remedy);
  }
}
