package org.aeworkbench.ui.shell;

import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.aeworkbench.app.job.TrainingState;
import org.aeworkbench.app.session.Preferences;
import org.aeworkbench.app.session.PreferencesFile;
import org.aeworkbench.modelfile.TrainedModel;
import org.aeworkbench.ui.messages.MessageBar;
import org.aeworkbench.ui.messages.Messages;
import org.jspecify.annotations.Nullable;

/** A workbench in a window of the desktop: title, size, theme, closing, preferences. */
public final class WorkbenchStage implements AutoCloseable {
  static final String TITLE = "Autoencoder Workbench";

  private final Stage stage;
  private final PreferencesFile file;
  private final Workbench workbench;
  private final Scene scene;
  private final Themes themes;
  private @Nullable MessageBar question;
  private boolean asked;
  private boolean closing;
  private boolean closed;

  /** Puts a workbench on a stage, with the preferences of its folders; on the FX thread. */
  public WorkbenchStage(Stage stage, WorkbenchSettings settings) {
    this(stage, settings, new PreferencesFile(settings.folders()).load());
  }

  /**
   * @param preferences as they were read from the file
   */
  WorkbenchStage(Stage stage, WorkbenchSettings settings, Preferences preferences) {
    this.stage = stage;
    file = new PreferencesFile(settings.folders());
    Themes.prepare(preferences.theme());
    workbench = new Workbench(settings, preferences, this::requestClose);
    Thread.currentThread().setUncaughtExceptionHandler(workbench.problems());
    Thread.setDefaultUncaughtExceptionHandler(workbench.problems());
    scene = new Scene(workbench.root(), preferences.width(), preferences.height());
    themes = new Themes(scene, preferences.theme());
    workbench.start(scene, themes);
    stage.setScene(scene);
    FirstFrame.then(scene, () -> stage.getIcons().add(HelpDialogs.logo()));
    stage.setMinWidth(Preferences.MIN_WIDTH);
    stage.setMinHeight(Preferences.MIN_HEIGHT);
    stage.setMaximized(preferences.maximized());
    stage
        .titleProperty()
        .bind(
            Bindings.createStringBinding(
                this::title,
                workbench.document().fileProperty(),
                workbench.document().unsavedProperty()));
    stage.setOnCloseRequest(this::closeRequested);
    stage.setOnHidden(event -> close());
  }

  /** Opens the window. */
  public void show() {
    stage.show();
  }

  /** Closes the window once the data is there and what it changed was drawn. */
  void closeWhenReady() {
    workbench
        .training()
        .readyProperty()
        .subscribe(
            ready -> {
              if (ready) {
                FirstFrame.then(scene, this::requestClose);
              }
            });
  }

  /** What is in the window. */
  public Workbench workbench() {
    return workbench;
  }

  /** How it looks. */
  public Themes themes() {
    return themes;
  }

  /** The last step, when the window is gone: keeps the preferences, ends the threads. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      file.save(preferences());
      workbench.close();
    }
  }

  private Preferences preferences() {
    return new Preferences(
        scene.getWidth(),
        scene.getHeight(),
        stage.isMaximized(),
        themes.choiceProperty().get(),
        workbench.experiment().choiceProperty().get(),
        List.copyOf(workbench.document().recent()),
        workbench.data().known(),
        workbench.session().dialogFolder().get(),
        workbench.shownTab(),
        workbench.chartSettings().smoothingProperty().get(),
        workbench.chartSettings().logarithmicProperty().get(),
        workbench.experiment().time().speedProperty().get());
  }

  private String title() {
    Path model = workbench.document().fileProperty().get();
    String name = model == null ? "" : model.getFileName() + " – ";
    return (workbench.document().unsavedProperty().get() ? "● " : "") + name + TITLE;
  }

  private void requestClose() {
    stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
  }

  private void closeRequested(WindowEvent event) {
    event.consume();
    if (closing) {
      return;
    }
    if (!workbench.training().stateProperty().get().isBusy() || asked) {
      finish();
      return;
    }
    asked = true;
    question =
        workbench
            .messages()
            .ask(
                "A training is running. What it has learned is kept and offered at the next start.",
                () -> asked = false,
                new Messages.Choice("Stop and quit", this::finish),
                new Messages.Choice("Keep training", () -> asked = false));
  }

  // Stop, wait for the batch that was begun, keep the model, go.
  private void finish() {
    closing = true;
    if (question != null) {
      question.dismiss();
    }
    workbench.training().stop();
    workbench
        .training()
        .stateProperty()
        .subscribe(
            state -> {
              if (state == TrainingState.IDLE) {
                keepAndHide();
              }
            });
  }

  private void keepAndHide() {
    TrainedModel model = workbench.document().model();
    boolean unsaved = workbench.document().unsavedProperty().get();
    workbench.keeper().keepForNextStart(unsaved ? model : null, this::hide, this::askWhereTo);
  }

  /** The model can be kept nowhere: nothing is lost without the user's word. */
  private void askWhereTo(String reason) {
    closing = false;
    asked = false;
    if (!workbench.document().unsavedProperty().get()) {
      hide(); // only what is safe elsewhere could not be forgotten
      return;
    }
    workbench
        .keeper()
        .askWhereTo(reason, () -> workbench.actions().saveAs(this::requestClose), this::hide);
  }

  private void hide() {
    stage.hide();
    close();
    Platform.exit();
  }

  /** Resizes the content, whatever the screen's size. */
  public void resize(double width, double height) {
    stage.setWidth(width + stage.getWidth() - scene.getWidth());
    stage.setHeight(height + stage.getHeight() - scene.getHeight());
  }

  /** Takes the window off the screen. */
  public void hideWindow() {
    stage.hide();
  }

  /** What is drawn. */
  public Scene scene() {
    return scene;
  }
}
