package org.aeworkbench.ui.shell;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.stage.Stage;

/** Opens the window, or says why that is not possible here and what is. */
public final class WindowLauncher {
  /** Exit code where no window can be opened. */
  public static final int NO_WINDOW = 3;

  /**
   * A system property: true closes the window again when everything is there. Packaging records
   * with such a start what all others need.
   */
  private static final String REHEARSAL = "aeworkbench.rehearsal";

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
    WorkbenchSettings settings = WorkbenchSettings.standard();
    // Read while the toolkit starts: both take a while, and there are two cores.
    CompletableFuture<Preferences> preferences =
        CompletableFuture.supplyAsync(new PreferencesFile(settings.folders())::load);
    CompletableFuture<Integer> exitCode = new CompletableFuture<>();
    try {
      Platform.startup(() -> open(settings, preferences, arguments, exitCode));
      return exitCode.join();
    } catch (UnsupportedOperationException | UnsatisfiedLinkError e) {
      return refuse(err, "the display or the library GTK 3 cannot be used");
    }
  }

  private static void open(
      WorkbenchSettings settings,
      CompletableFuture<Preferences> preferences,
      String[] models,
      CompletableFuture<Integer> exitCode) {
    try {
      WorkbenchStage window = new WorkbenchStage(new Stage(), settings, preferences.join());
      window.setOnClosed(() -> exitCode.complete(0));
      window.show();
      if (Boolean.getBoolean(REHEARSAL)) {
        window.closeWhenReady();
      }
      Arrays.stream(models).findFirst().map(Path::of).ifPresent(window.workbench()::open);
    } catch (RuntimeException | LinkageError e) {
      exitCode.completeExceptionally(e);
      Platform.exit();
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
