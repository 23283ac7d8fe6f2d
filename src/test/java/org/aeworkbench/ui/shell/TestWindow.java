package org.aeworkbench.ui.shell;

import java.nio.file.Path;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.aeworkbench.app.job.TrainingState;
import org.aeworkbench.datasets.DataSplit;
import org.aeworkbench.files.UserFolders;
import org.aeworkbench.ui.common.Fx;
import org.aeworkbench.ui.common.Networks;

/** The real window on the display-free platform, with real data, in a home of its own. */
final class TestWindow {
  static final DataSplit DATA =
      new DataSplit(Networks.data().training().first(2000), Networks.small().test());

  private final Path home;
  private WorkbenchStage stage;

  /** Opens it and waits for the data. */
  TestWindow(Path home) {
    this.home = home;
    stage = opened();
  }

  private WorkbenchStage opened() {
    WorkbenchSettings settings = new WorkbenchSettings(UserFolders.under(home), 2, () -> DATA);
    WorkbenchStage window = Fx.get(() -> new WorkbenchStage(new Stage(), settings));
    Fx.run(window::show);
    Fx.await("the data is there", () -> window.workbench().training().readyProperty().get());
    return window;
  }

  void close() {
    Fx.run(stage::close);
    Fx.run(stage::hideWindow);
  }

  /** Another start in the same home, once it is closed. */
  void reopen() {
    stage = opened();
  }

  WorkbenchStage stage() {
    return stage;
  }

  Workbench workbench() {
    return stage.workbench();
  }

  TrainingState state() {
    return workbench().training().stateProperty().get();
  }

  Node node(String selector) {
    return Objects.requireNonNull(stage.scene().lookup(selector), selector);
  }

  /** What it says, a line each. */
  String messages() {
    return String.join("\n", workbench().messages().texts().toList());
  }

  /** Asked of the messages themselves: their buttons are in the scene with the next frame only. */
  Button choice(String text) {
    return workbench()
        .messages()
        .choices()
        .filter(button -> button.getText().startsWith(text))
        .findFirst()
        .orElseThrow(() -> new AssertionError(text + " is not offered: " + messages()));
  }

  /** As by the desktop's own button. */
  void requestClose() {
    Stage shown = (Stage) stage.scene().getWindow();
    shown.fireEvent(new WindowEvent(shown, WindowEvent.WINDOW_CLOSE_REQUEST));
  }
}
