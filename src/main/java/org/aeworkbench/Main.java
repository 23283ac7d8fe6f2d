package org.aeworkbench;

import java.nio.file.Path;
import org.aeworkbench.cli.Cli;
import org.aeworkbench.cli.Console;
import org.aeworkbench.cli.WindowPrograms;
import org.aeworkbench.problem.ProblemException;

/** Starts the window, or a command when there are arguments. */
public final class Main {
  private Main() {}

  /** The program's entry point. */
  public static void main(String[] arguments) {
    System.exit(new Cli(Console.system(), new Window()).run(arguments));
  }

  /** Keeps JavaFX unloaded until it is needed. */
  private static final class Window implements WindowPrograms {
    @Override
    public void tour(Path out) {
      throw new ProblemException("The window is not part of this build yet.", "Use a later one.");
    }

    @Override
    public int bench() {
      throw new ProblemException("The window is not part of this build yet.", "Use a later one.");
    }
  }
}
