package org.aeworkbench.files;

import java.io.IOException;
import java.util.Locale;
import org.aeworkbench.problem.ProblemException;
import org.aeworkbench.problem.ReaderGoneException;

/** What it means that something could not be written. */
public final class WriteFailure {
  private WriteFailure() {}

  /**
   * For the user.
   *
   * @param name of what was written into
   * @param remedy what can be done
   * @return a {@link ReaderGoneException} if it is a pipe that nobody reads any more
   */
  public static ProblemException of(String name, IOException e, String remedy) {
    // Systems say it in the user's language, all of them with this word in it.
    String said = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    return said.contains("pipe") || said.contains("connection reset")
        ? new ReaderGoneException(name, e)
        : new ProblemException(name + " could not be written: " + Reason.of(e) + ".", remedy, e);
  }
}
