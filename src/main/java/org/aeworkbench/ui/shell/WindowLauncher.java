package org.aeworkbench.ui.shell;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import org.aeworkbench.files.SystemNames;
import org.aeworkbench.files.UserFolders;
import org.aeworkbench.problem.ProblemException;

/** Opens the window, or says why that is not possible here and what is. */
public final class WindowLauncher {
  /** Exit code where no window can be opened. */
  public static final int NO_WINDOW = 3;

  private WindowLauncher() {}

  /**
   * Blocks until the window is closed.
   *
   * @param arguments a model to open, or none
   * @return the exit code
   */
  public static int launch(String[] arguments, PrintStream err) {
    if (!mayHaveDisplay(System.getProperty("os.name", ""), System.getenv())) {
      return refuse(err, "there is no display (DISPLAY and WAYLAND_DISPLAY are not set)");
    }
    try {
      SystemNames.check(arguments);
      UserFolders.ofSystem();
      WorkbenchApplication.run(arguments);
      return 0;
    } catch (ProblemException e) {
      err.println("error: " + e.getMessage());
      return NO_WINDOW;
    } catch (UnsupportedOperationException | UnsatisfiedLinkError e) {
      return refuse(err, "the display or the library GTK 3 cannot be used");
    }
  }

  static boolean mayHaveDisplay(String system, Map<String, String> environment) {
    return !system.toLowerCase(Locale.ROOT).startsWith("linux")
        || System.getProperty("glass.platform") != null
        || !environment.getOrDefault("DISPLAY", "").isEmpty()
        || !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
  }

  private static int refuse(PrintStream err, String reason) {
    err.println("The window cannot be opened: " + reason + ".");
    err.println("Everything can be done without one: aeworkbench --help, for instance train.");
    return NO_WINDOW;
  }
}
