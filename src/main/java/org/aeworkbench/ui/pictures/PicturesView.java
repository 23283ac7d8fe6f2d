package org.aeworkbench.ui.pictures;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.aeworkbench.ui.common.DropPlace;
import org.aeworkbench.ui.common.EmptyState;
import org.aeworkbench.ui.common.ImageWords;
import org.aeworkbench.ui.common.VerticalScroll;
import org.kordamp.ikonli.feather.Feather;

/** The Pictures tab: the user's pictures, and the selected one in detail. */
public final class PicturesView extends StackPane {
  private static final KeyCombination UNDO =
      new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination REDO =
      new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);

  private final PicturesViewModel viewModel;
  // Kept in a field: a mapping that nobody holds would be collected.
  private final ObservableValue<Boolean> tabSelected =
      parentProperty().flatMap(Node::visibleProperty).orElse(true);

  /** Builds the tab. */
  public PicturesView(PicturesViewModel viewModel) {
    this.viewModel = viewModel;
    getStyleClass().add("pictures-view");
    DropPlace.PICTURES.mark(this);
    PictureDetail picture = new PictureDetail(viewModel);
    VerticalScroll detail = new VerticalScroll(picture);
    detail.viewportBoundsProperty().subscribe(bounds -> picture.setRoom(bounds.getHeight()));
    detail.getStyleClass().add("edge-to-edge");
    BorderPane content = new BorderPane(detail);
    content.setTop(new PicturesToolBar(viewModel));
    content.setLeft(new PictureList(viewModel));
    EmptyState empty =
        new EmptyState(
            Feather.IMAGE,
            "No pictures yet",
            "",
            PicturesToolBar.openButton(viewModel, "empty-"),
            PicturesToolBar.folderButton(viewModel, "empty-"),
            PicturesToolBar.samplesButton(viewModel, "empty-"));
    empty.textProperty().bind(viewModel.session().wordsProperty().map(PicturesView::invitation));
    getChildren().addAll(content, empty);
    viewModel
        .picturesProperty()
        .subscribe(
            pictures -> {
              content.setVisible(!pictures.isEmpty());
              empty.setVisible(pictures.isEmpty());
            });
    tabSelected.subscribe(selected -> viewModel.visibleProperty().set(selected));
    addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
  }

  private static String invitation(ImageWords words) {
    return "Drop pictures or a folder of them here, paste one with Ctrl+V, or open"
        + " files. Each "
        + (words.areDigits()
            ? "becomes a 28×28 digit in MNIST's style"
            : "is brought to the size of the data's images")
        + " and goes through the network.";
  }

  // Before the menu, whose undo is that of the plan.
  private void onKey(KeyEvent event) {
    if (UNDO.match(event)) {
      viewModel.shelf().undo();
      event.consume();
    } else if (REDO.match(event)) {
      viewModel.shelf().redo();
      event.consume();
    }
  }
}
