package org.aeworkbench.ui.messages;

import java.nio.file.InvalidPathException;
import java.util.function.Consumer;
import org.aeworkbench.files.SystemNames;
import org.aeworkbench.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever went wrong into one line for the user; the rest goes to the log. */
public final class Problems implements Thread.UncaughtExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  private final Consumer<String> onProblem;

  /**
   * @param onProblem shows one line; called on whatever thread the problem arose
   */
  public Problems(Consumer<String> onProblem) {
    this.onProblem = onProblem;
  }

  /** Shows one line. */
  public void show(String line) {
    onProblem.accept(line);
  }

  /** Shows what an exception means for the user. */
  public void show(Throwable failure) {
    if (failure instanceof ProblemException problem) {
      LOG.debug("Shown to the user", problem);
      onProblem.accept(String.valueOf(problem.getMessage()));
    } else if (failure instanceof InvalidPathException path) {
      LOG.debug("Shown to the user", path);
      onProblem.accept(SystemNames.problem(path).getMessage());
    } else if (failure instanceof OutOfMemoryError) {
      LOG.error("Out of memory", failure);
      onProblem.accept("The memory is used up. Close other programs or choose a smaller batch.");
    } else {
      LOG.error("Not foreseen", failure);
      onProblem.accept("Something unforeseen went wrong (" + failure + "). The log has details.");
    }
  }

  @Override
  public void uncaughtException(Thread thread, Throwable failure) {
    show(failure);
  }
}
