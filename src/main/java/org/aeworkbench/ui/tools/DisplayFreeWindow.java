package org.aeworkbench.ui.tools;

import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.stage.Stage;
import org.aeworkbench.datasets.DataSplit;
import org.aeworkbench.files.UserFolders;
import org.aeworkbench.ui.shell.WorkbenchSettings;
import org.aeworkbench.ui.shell.WorkbenchStage;

/** The real window without a display, on all processors, in a home that is gone afterwards. */
final class DisplayFreeWindow {
  private DisplayFreeWindow() {}

  /** Opens it, does something with it and closes it; not on the FX thread. */
  static <R> R with(Supplier<DataSplit> data, Function<WorkbenchStage, R> work) {
    FxDriver.startDisplayFree();
    Path home = TemporaryFolder.create();
    WorkbenchSettings settings =
        new WorkbenchSettings(
            UserFolders.under(home), Runtime.getRuntime().availableProcessors(), data);
    WorkbenchStage window = FxDriver.call(() -> new WorkbenchStage(new Stage(), settings));
    try {
      FxDriver.run(window::show);
      return work.apply(window);
    } finally {
      FxDriver.run(window::close);
      FxDriver.run(window::hideWindow);
      window.workbench().awaitEnd();
      TemporaryFolder.delete(home);
    }
  }
}
