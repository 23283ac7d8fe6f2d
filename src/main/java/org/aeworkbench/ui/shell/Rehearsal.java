package org.aeworkbench.ui.shell;

import java.nio.file.Path;
import javafx.stage.Stage;
import org.aeworkbench.data.Mnist;
import org.aeworkbench.files.UserFolders;

/**
 * A start of the window that ends by itself once everything is there. Packaging records with it
 * which classes a start needs: the real platform where there is a display, another one otherwise.
 */
public final class Rehearsal {
  private static final int SETTLED_PULSES = 20;

  private Rehearsal() {}

  /** Opens the window and closes it again. Blocks; not for the FX thread. */
  public static void run() {
    if (WindowLauncher.mayHaveDisplay(System.getProperty("os.name", ""), System.getenv())) {
      FxDriver.start();
    } else {
      FxDriver.startDisplayFree();
    }
    Path home = TemporaryFolder.create();
    WorkbenchSettings settings =
        new WorkbenchSettings(
            UserFolders.under(home), Runtime.getRuntime().availableProcessors(), Mnist::load);
    WorkbenchStage window = FxDriver.call(() -> new WorkbenchStage(new Stage(), settings));
    try {
      FxDriver.run(window::show);
      FxDriver.await(window.workbench().training().readyProperty(), ready -> ready);
      FxDriver.awaitPulses(window.scene(), SETTLED_PULSES);
    } finally {
      FxDriver.run(window::close);
      FxDriver.run(window::hideWindow);
      window.workbench().awaitEnd();
      TemporaryFolder.delete(home);
    }
  }
}
