package org.aeworkbench.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import org.aeworkbench.tools.benchmark.UiMeasurement;

/**
 * A command run in this process.
 *
 * @param code exit code
 * @param out standard output
 * @param err standard error
 */
record CliRun(int code, String out, String err) {
  static CliRun of(Object... arguments) {
    return run(false, arguments);
  }

  static CliRun onTerminal(Object... arguments) {
    return run(true, arguments);
  }

  /** With another standard output; {@link #out} is what that says of itself. */
  static CliRun into(Writer out, Object... arguments) {
    return run(out, false, arguments);
  }

  private static CliRun run(boolean terminal, Object... arguments) {
    return run(new StringWriter(), terminal, arguments);
  }

  private static CliRun run(Writer out, boolean terminal, Object... arguments) {
    StringWriter err = new StringWriter();
    Console console = new Console(new PrintWriter(out), new PrintWriter(err), terminal);
    String[] texts = new String[arguments.length];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = arguments[i].toString();
    }
    int code = new Cli(console, new NoWindow()).run(texts);
    return new CliRun(code, out.toString(), err.toString());
  }

  /** The window is tested elsewhere. */
  private static final class NoWindow implements WindowPrograms {
    @Override
    public void tour(Path out) {
      throw new AssertionError("no command of these tests opens the window");
    }

    @Override
    public UiMeasurement bench(double seconds, boolean importing) {
      throw new AssertionError("no command of these tests opens the window");
    }
  }
}
