package org.aeworkbench.ui.shell;

import java.nio.file.Path;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The window as a program. A first argument is a model to open. */
public final class WorkbenchApplication extends Application {
  private @Nullable WorkbenchStage window;

  @Override
  public void start(Stage stage) {
    WorkbenchStage opened = new WorkbenchStage(stage, WorkbenchSettings.standard());
    window = opened;
    opened.show();
    getParameters().getRaw().stream().findFirst().map(Path::of).ifPresent(opened.workbench()::open);
  }

  @Override
  public void stop() {
    if (window != null) {
      window.close();
    }
  }
}
