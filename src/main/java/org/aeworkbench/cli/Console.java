package org.aeworkbench.cli;

import java.io.PrintWriter;

/**
 * Where commands write: results to {@code out}, everything about the way there to {@code err}.
 *
 * @param terminal true if somebody looks at {@code err} as it is written
 */
public record Console(PrintWriter out, PrintWriter err, boolean terminal) {
  /** The process' own streams. */
  public static Console system() {
    java.io.Console console = System.console();
    return new Console(
        new PrintWriter(System.out, false, System.out.charset()),
        new PrintWriter(System.err, true, System.err.charset()),
        console != null && console.isTerminal());
  }

  /** A line of results, visible at once. */
  void line(String text) {
    out.println(text);
    out.flush();
  }

  /** A line about what goes on. */
  void note(String text) {
    err.println(text);
    err.flush();
  }
}
