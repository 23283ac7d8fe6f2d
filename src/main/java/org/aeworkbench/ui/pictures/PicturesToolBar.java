package org.aeworkbench.ui.pictures;

import static org.aeworkbench.ui.common.Described.described;
import static org.aeworkbench.ui.common.Described.icon;

import atlantafx.base.theme.Styles;
import java.io.File;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.Window;
import org.aeworkbench.ui.common.Numbers;
import org.kordamp.ikonli.feather.Feather;

/** Bringing pictures in, taking them out, exporting; what is being read or written. */
final class PicturesToolBar extends VBox {
  private final PicturesViewModel viewModel;

  PicturesToolBar(PicturesViewModel viewModel) {
    super(8);
    this.viewModel = viewModel;
    getStyleClass().add("pictures-tool-bar");
    BooleanBinding empty =
        Bindings.createBooleanBinding(
            () -> viewModel.picturesProperty().get().isEmpty(), viewModel.picturesProperty());
    Region spacer = new Region();
    HBox.setHgrow(spacer, Priority.ALWAYS);
    Button export =
        button(
            "pictures-export",
            "Export …",
            Feather.DOWNLOAD,
            "Saves what the network saw, its reconstructions, the errors and a table of the losses"
                + " to a folder.");
    export.setOnAction(event -> export());
    export
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () ->
                    viewModel.resultsProperty().get().isEmpty()
                        || viewModel.picturesProperty().get().isEmpty()
                        || viewModel.exporting().progressProperty().get() >= 0,
                viewModel.resultsProperty(),
                viewModel.picturesProperty(),
                viewModel.exporting().progressProperty()));
    Button remove = button("picture-remove", "", Feather.X, "Takes this picture out (Delete).");
    remove.setAccessibleText("Remove this picture");
    remove.getStyleClass().add(Styles.BUTTON_ICON);
    remove.setOnAction(event -> viewModel.shelf().removeSelected());
    remove.disableProperty().bind(empty);
    Button removeAll =
        button(
            "pictures-remove-all", "", Feather.TRASH_2, "Takes all pictures out (Ctrl+Z undoes).");
    removeAll.setAccessibleText("Remove all pictures");
    removeAll.getStyleClass().add(Styles.BUTTON_ICON);
    removeAll.setOnAction(event -> viewModel.shelf().removeAll());
    removeAll.disableProperty().bind(empty);
    HBox row =
        new HBox(
            8,
            openButton(viewModel, ""),
            folderButton(viewModel, ""),
            samplesButton(viewModel, ""),
            spacer,
            export,
            remove,
            removeAll);
    row.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(row, reading(), working(), writing(), outcome());
  }

  /**
   * Opens files.
   *
   * @param where prefix of the id, which is to be found once in a window
   */
  static Button openButton(PicturesViewModel viewModel, String where) {
    Button open =
        button(
            where + "pictures-open",
            "Open …",
            Feather.IMAGE,
            "Opens PNG, JPEG, WebP, GIF, BMP or TIFF files.");
    open.setOnAction(
        event ->
            PictureDialog.open(
                open.getScene().getWindow(), viewModel.session().dialogFolder(), viewModel::add));
    return open;
  }

  /**
   * Opens all pictures in a folder.
   *
   * @param where prefix of the id
   */
  static Button folderButton(PicturesViewModel viewModel, String where) {
    Button open =
        button(
            where + "pictures-open-folder",
            "Folder …",
            Feather.FOLDER,
            "Opens all pictures in a folder.");
    open.setOnAction(
        event ->
            PictureDialog.openFolder(
                open.getScene().getWindow(), viewModel.session().dialogFolder(), viewModel::add));
    return open;
  }

  /**
   * Brings the bundled pictures in.
   *
   * @param where prefix of the id
   */
  static Button samplesButton(PicturesViewModel viewModel, String where) {
    Button samples =
        button(
            where + "pictures-samples",
            "Samples",
            Feather.GIFT,
            "Five pictures that come with the workbench.");
    samples.setOnAction(event -> viewModel.addSamples());
    return samples;
  }

  private static Button button(String id, String text, Feather feather, String help) {
    Button button = described(new Button(text, icon(feather)), text, help);
    button.setId(id);
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  private void export() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle("Export Pictures to a Folder");
    Window window = getScene().getWindow();
    viewModel.session().dialogFolder().beginIn(chooser);
    File folder = chooser.showDialog(window);
    if (folder != null) {
      viewModel.session().dialogFolder().remember(folder);
      viewModel.export(folder.toPath());
    }
  }

  private HBox reading() {
    return progress(
        "pictures-reading", "Reading", viewModel.pendingProperty(), viewModel::cancelReading);
  }

  private HBox working() {
    return progress(
        "pictures-working",
        "Doing the steps",
        viewModel.unfinishedProperty(),
        viewModel::cancelWork);
  }

  private static HBox progress(
      String id, String what, ReadOnlyIntegerProperty toGo, Runnable cancelled) {
    Label text = new Label();
    text.setId(id);
    text.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> what + ", " + Numbers.grouped(toGo.get()) + " to go", toGo));
    Button cancel = new Button("Cancel");
    cancel.setId(id + "-cancel");
    cancel.getStyleClass().add(Styles.SMALL);
    cancel.setOnAction(event -> cancelled.run());
    return line(toGo.greaterThan(1), text, cancel);
  }

  private HBox writing() {
    ProgressBar bar = new ProgressBar();
    bar.setAccessibleText("Export");
    bar.progressProperty().bind(viewModel.exporting().progressProperty());
    Button cancel = new Button("Cancel");
    cancel.getStyleClass().add(Styles.SMALL);
    cancel.setOnAction(event -> viewModel.exporting().cancel());
    return line(
        viewModel.exporting().progressProperty().greaterThanOrEqualTo(0),
        new Label("Writing"),
        bar,
        cancel);
  }

  private HBox outcome() {
    Label text = new Label();
    text.setId("pictures-outcome");
    text.getStyleClass().add("text-muted");
    text.textProperty().bind(viewModel.outcomeProperty());
    return line(text.textProperty().isNotEmpty(), text);
  }

  private static HBox line(BooleanBinding shown, javafx.scene.Node... nodes) {
    HBox line = new HBox(8, nodes);
    line.setAlignment(Pos.CENTER_LEFT);
    line.visibleProperty().bind(shown);
    line.managedProperty().bind(shown);
    return line;
  }
}
