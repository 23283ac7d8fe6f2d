package org.aeworkbench.ui.shell;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import javafx.application.Application;
import javafx.stage.Stage;
import org.aeworkbench.app.session.Preferences;
import org.aeworkbench.app.session.PreferencesFile;

/**
 * The window as a program; the desktop knows it by this class's name. A first argument is a model
 * to open.
 */
public final class WorkbenchApplication extends Application {
  /** True closes the window once everything is there: what packaging records such a start for. */
  private static final String REHEARSAL = "aeworkbench.rehearsal";

  private static final WorkbenchSettings SETTINGS = WorkbenchSettings.standard();

  // Read while the toolkit starts, with all it takes to read and to log: there are two cores.
  private static final CompletableFuture<Preferences> PREFERENCES =
      CompletableFuture.supplyAsync(() -> new PreferencesFile(SETTINGS.folders()).load());

  /** Opens the window and blocks until it is closed. */
  static void run(String... arguments) {
    launch(WorkbenchApplication.class, arguments);
  }

  @Override
  public void start(Stage stage) {
    WorkbenchStage window = new WorkbenchStage(stage, SETTINGS, PREFERENCES.join());
    window.show();
    if (Boolean.getBoolean(REHEARSAL)) {
      window.closeWhenReady();
    }
    getParameters().getRaw().stream().findFirst().map(Path::of).ifPresent(window.workbench()::open);
  }
}
