package org.aeworkbench.ui.document;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.aeworkbench.app.work.Background;
import org.aeworkbench.modelfile.ModelFile;
import org.aeworkbench.modelfile.TrainedModel;
import org.aeworkbench.ui.messages.Problems;
import org.aeworkbench.ui.training.TrainingViewModel;
import org.jspecify.annotations.Nullable;

/** The model as a file: opened, saved, changed since. Only for the FX thread. */
public final class ModelDocument {
  private static final int MAX_RECENT = 8;

  private final TrainingViewModel training;
  private final Background background;
  private final Problems problems;
  private final ReadOnlyObjectWrapper<@Nullable Path> file = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper unsaved = new ReadOnlyBooleanWrapper(false);
  private final ObservableList<Path> recent = FXCollections.observableArrayList();
  private @Nullable TrainedModel safe;

  /** * @param recent files, the latest first */
  public ModelDocument(
      TrainingViewModel training, Background background, Problems problems, List<Path> recent) {
    this.training = training;
    this.background = background;
    this.problems = problems;
    this.recent.setAll(recent);
    training
        .checkpointProperty()
        .addListener((property, before, model) -> unsaved.set(model != null && model != safe));
  }

  /** Where the model was read from or written to last, null if nowhere. */
  public ReadOnlyObjectProperty<@Nullable Path> fileProperty() {
    return file.getReadOnlyProperty();
  }

  /** True while there is something learned that is in no file of the user's. */
  public ReadOnlyBooleanProperty unsavedProperty() {
    return unsaved.getReadOnlyProperty();
  }

  /** Files opened and saved, the latest first. */
  public ObservableList<Path> recent() {
    return recent;
  }

  /** The newest whole model, null without one. */
  public @Nullable TrainedModel model() {
    return training.checkpointProperty().get();
  }

  /**
   * Reads a model and shows it.
   *
   * @param asDocument false for a copy that the workbench itself kept: it still wants saving
   * @param opened is called when it is shown
   */
  public void open(Path path, boolean asDocument, Runnable opened) {
    if (training.stateProperty().get().isBusy()) {
      problems.show("A training is running. Stop it before you open another model.");
      return;
    }
    background.run(
        () -> ModelFile.load(path),
        model -> {
          if (training.stateProperty().get().isBusy()) {
            problems.show("A training was started meanwhile; " + path + " was not opened.");
            return;
          }
          safe = asDocument ? model : null;
          training.open(model);
          file.set(asDocument ? path : null);
          unsaved.set(!asDocument);
          if (asDocument) {
            remember(path);
          }
          opened.run();
        },
        failure -> {
          recent.remove(path);
          problems.show(failure);
        });
  }

  /**
   * Writes the newest whole model.
   *
   * @param saved is called when it is on the disk
   */
  public void save(Path path, Runnable saved) {
    TrainedModel model = model();
    if (model == null) {
      problems.show("There is no model to save yet. Train one first.");
      return;
    }
    background.run(
        () -> {
          ModelFile.save(model, path);
          return path;
        },
        written -> {
          file.set(written);
          remember(written);
          safe = model;
          unsaved.set(model() != model);
          saved.run();
        },
        problems::show);
  }

  /** A new run has nothing to do with the file. */
  void detach() {
    file.set(null);
  }

  private void remember(Path path) {
    List<Path> paths = new ArrayList<>(recent);
    Path absolute = path.toAbsolutePath();
    paths.remove(absolute);
    paths.addFirst(absolute);
    recent.setAll(paths.subList(0, Math.min(MAX_RECENT, paths.size())));
  }
}
