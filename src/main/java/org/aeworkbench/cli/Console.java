package org.aeworkbench.cli;

import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.aeworkbench.problem.ProblemException;
import org.aeworkbench.problem.ReaderGoneException;

/**
 * Where commands write: results to {@code out}, everything about the way there to {@code err}.
 *
 * @param out text in the terminal's encoding
 * @param table the same place, for what is no text but a file: in UTF-8 unless somebody looks at it
 * @param err text in the terminal's encoding
 * @param terminal true if somebody looks at {@code err} as it is written
 */
public record Console(PrintWriter out, PrintWriter table, PrintWriter err, boolean terminal) {
  /** One output for both kinds of results. */
  Console(PrintWriter out, PrintWriter err, boolean terminal) {
    this(out, out, err, terminal);
  }

  /** The process' own streams. */
  public static Console system() {
    java.io.Console console = System.console();
    boolean terminal = console != null && console.isTerminal();
    OutputStream out = new StandardOutput();
    Charset seen = System.out.charset();
    return new Console(
        new PrintWriter(new OutputStreamWriter(out, seen)),
        new PrintWriter(new OutputStreamWriter(out, terminal ? seen : StandardCharsets.UTF_8)),
        new PrintWriter(System.err, true, System.err.charset()),
        terminal);
  }

  /**
   * A line of results, visible at once.
   *
   * @throws ReaderGoneException if nobody reads them any more
   * @throws ProblemException if they cannot be written
   */
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
