package org.aeworkbench;

import java.nio.file.Path;
import java.util.Locale;
import org.aeworkbench.cli.Cli;
import org.aeworkbench.cli.Console;
import org.aeworkbench.cli.WindowPrograms;
import org.aeworkbench.modelfile.ModelFile;
import org.aeworkbench.tools.benchmark.UiMeasurement;
import org.aeworkbench.ui.shell.WindowLauncher;
import org.aeworkbench.ui.tools.Tour;
import org.aeworkbench.ui.tools.UiBench;

/** Starts the window, or a command when there are arguments. */
public final class Main {
  private Main() {}

  /** The program's entry point: nothing or a model opens the window, the rest is a command. */
  public static void main(String[] arguments) {
    System.exit(
        isForWindow(arguments)
            ? WindowLauncher.launch(arguments, System.err)
            : new Cli(Console.system(), new Window()).run(arguments));
  }

  static boolean isForWindow(String... arguments) {
    return arguments.length == 0
        || (arguments.length == 1
            && arguments[0].toLowerCase(Locale.ROOT).endsWith(ModelFile.EXTENSION));
  }

  /** Keeps JavaFX unloaded until it is needed. */
  private static final class Window implements WindowPrograms {
    @Override
    public void tour(Path out) {
      Tour.run(out);
    }

    @Override
    public UiMeasurement bench(double seconds, boolean importing) {
      return UiBench.run(seconds, importing);
    }
  }
}
