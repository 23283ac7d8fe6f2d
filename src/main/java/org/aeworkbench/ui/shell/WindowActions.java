package org.aeworkbench.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.aeworkbench.app.job.TrainingState;
import org.aeworkbench.app.session.KeptModels;
import org.aeworkbench.app.session.TabName;
import org.aeworkbench.model.Presets;
import org.aeworkbench.modelfile.ModelFile;
import org.aeworkbench.modelfile.TrainedModel;
import org.aeworkbench.ui.common.DialogFolder;
import org.aeworkbench.ui.common.DropPlace;
import org.aeworkbench.ui.common.FileFilters;
import org.aeworkbench.ui.document.ModelDocument;
import org.aeworkbench.ui.experiment.ExperimentViewModel;
import org.aeworkbench.ui.incoming.Incoming;
import org.aeworkbench.ui.messages.Messages;
import org.aeworkbench.ui.pictures.PictureDialog;
import org.aeworkbench.ui.training.ChartFiles;
import org.aeworkbench.ui.training.TrainingViewModel;
import org.jspecify.annotations.Nullable;

/** What menu and shortcuts do, and when they can. Only for the FX thread. */
final class WindowActions {
  private final TrainingViewModel training;
  private final ExperimentViewModel experiment;
  private final ModelDocument document;
  private final KeptModels kept;
  private final Incoming incoming;
  private final ChartFiles charts;
  private final Messages messages;
  private final DialogFolder folder;
  private final Supplier<@Nullable Window> owner;
  private final Consumer<TabName> showTab;
  private final Runnable quit;
  private final HelpDialogs help;
  private final BooleanBinding busy;

  WindowActions(
      TrainingViewModel training,
      ExperimentViewModel experiment,
      ModelDocument document,
      KeptModels kept,
      Incoming incoming,
      ChartFiles charts,
      Messages messages,
      DialogFolder folder,
      Supplier<@Nullable Window> owner,
      Consumer<TabName> showTab,
      Runnable quit) {
    this.training = training;
    this.experiment = experiment;
    this.document = document;
    this.kept = kept;
    this.incoming = incoming;
    this.charts = charts;
    this.messages = messages;
    this.folder = folder;
    this.owner = owner;
    this.showTab = showTab;
    this.quit = quit;
    help = new HelpDialogs(owner);
    busy =
        Bindings.createBooleanBinding(
            () -> training.stateProperty().get().isBusy(), training.stateProperty());
  }

  void open() {
    FileChooser chooser = chooser("Open Model");
    chooser
        .getExtensionFilters()
        .addAll(FileFilters.of("Models", Incoming.MODEL_ENDINGS), FileFilters.all());
    File chosen = chooser.showOpenDialog(owner.get());
    if (chosen != null) {
      folder.remember(chosen);
      openRecent(chosen.toPath());
    }
  }

  void openPictures() {
    PictureDialog.open(owner.get(), folder, files -> incoming.takeFiles(files, DropPlace.PICTURES));
  }

  void paste() {
    incoming.paste();
  }

  void openRecent(Path path) {
    document.open(path, true, () -> messages.info(path.getFileName() + " is open."));
  }

  void openEarlier(Path path) {
    document.open(path, false, () -> messages.info("The earlier model is open."));
  }

  void save() {
    Path file = document.fileProperty().get();
    if (file == null) {
      saveAs();
    } else {
      save(file, () -> {});
    }
  }

  void saveAs() {
    saveAs(() -> {});
  }

  /**
   * Asks where to, and saves there.
   *
   * @param then is called when it is on the disk
   */
  void saveAs(Runnable then) {
    TrainedModel model = document.model();
    if (model == null) {
      messages.info("There is no model to save yet. Train one first.");
      return;
    }
    ask("Save Model", "Model", ModelFile.EXTENSION, file -> save(file, then));
  }

  private void save(Path file, Runnable then) {
    document.save(
        file,
        () -> {
          messages.info("Saved to " + file + ".");
          then.run();
        });
  }

  void saveChart() {
    ask("Save Chart", "PNG picture", ".png", charts::savePicture);
  }

  void saveLosses() {
    ask("Save Losses", "CSV table", ".csv", charts::saveTable);
  }

  private void ask(String title, String kind, String extension, Consumer<Path> then) {
    FileChooser chooser = chooser(title);
    chooser
        .getExtensionFilters()
        .add(new ExtensionFilter(kind + " (" + extension + ")", "*" + extension));
    chooser.setInitialFileName(suggestedName() + extension);
    File chosen = chooser.showSaveDialog(owner.get());
    if (chosen != null) {
      folder.remember(chosen);
      String path = chosen.getPath();
      boolean named = path.toLowerCase(Locale.ROOT).endsWith(extension);
      then.accept(Path.of(named ? path : path + extension));
    }
  }

  private String suggestedName() {
    TrainedModel model = document.model();
    var spec = model == null ? experiment.plan().spec() : model.plan().spec();
    return Presets.name(spec) + "-" + spec.encodingDim();
  }

  private FileChooser chooser(String title) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    folder.beginIn(chooser);
    return chooser;
  }

  List<Path> recent() {
    return List.copyOf(document.recent());
  }

  List<Path> earlier() {
    return kept.replaced();
  }

  void undo() {
    experiment.undo();
  }

  void redo() {
    experiment.redo();
  }

  void train() {
    experiment.train();
  }

  void togglePause() {
    experiment.togglePause();
  }

  void stop() {
    experiment.stop();
  }

  void reset() {
    experiment.reset();
  }

  void showTab(TabName tab) {
    showTab.accept(tab);
  }

  void quit() {
    quit.run();
  }

  void showShortcuts() {
    help.showShortcuts();
  }

  void showAbout() {
    help.showAbout();
  }

  ObservableValue<Boolean> noModel() {
    return training.checkpointProperty().isNull();
  }

  ObservableValue<Boolean> cannotUndo() {
    return experiment.canUndoProperty().not().or(busy);
  }

  ObservableValue<Boolean> cannotRedo() {
    return experiment.canRedoProperty().not().or(busy);
  }

  ObservableValue<Boolean> cannotTrain() {
    return busy.or(experiment.readyProperty().not())
        .or(
            Bindings.createBooleanBinding(
                () -> !experiment.refusalProperty().get().isEmpty(), experiment.refusalProperty()));
  }

  ObservableValue<Boolean> cannotPause() {
    return Bindings.createBooleanBinding(
        () -> {
          TrainingState state = training.stateProperty().get();
          return state != TrainingState.RUNNING && state != TrainingState.PAUSED;
        },
        training.stateProperty());
  }

  ObservableValue<Boolean> cannotStop() {
    return busy.not();
  }

  ObservableValue<Boolean> cannotReset() {
    return busy.or(experiment.hasModelProperty().not());
  }
}
