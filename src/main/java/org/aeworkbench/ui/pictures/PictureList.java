package org.aeworkbench.ui.pictures;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.aeworkbench.datasets.DataSplit;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.ui.common.PixelImage;
import org.jspecify.annotations.Nullable;

/** All pictures, each beside its reconstruction. Arrow keys choose one, Delete takes it out. */
final class PictureList extends ListView<PictureEntry> {
  private static final double MOST = 56;
  private static final double AROUND = 16;

  private final PicturesViewModel viewModel;

  /** A refresh of the list would make all cells anew, some times a second. */
  private final Set<Cell> cells = Collections.newSetFromMap(new WeakHashMap<>());

  private boolean showing;
  private long scrolledTo;

  PictureList(PicturesViewModel viewModel) {
    this.viewModel = viewModel;
    setId("picture-list");
    getStyleClass().add("picture-list");
    setAccessibleText("Your pictures. Arrow keys choose one, Delete takes it out.");
    viewModel.session().dataProperty().subscribe(() -> setFixedCellSize(tile() + AROUND));
    setCellFactory(list -> new Cell());
    getSelectionModel().selectedItemProperty().subscribe(picture -> chosen(picture));
    viewModel.picturesProperty().subscribe(pictures -> show(pictures));
    viewModel.selectedProperty().subscribe(() -> select());
    viewModel.resultsProperty().subscribe(() -> cells.forEach(Cell::showResult));
    setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
            viewModel.shelf().removeSelected();
            event.consume();
          }
        });
  }

  /** All images are of the shape of the data. */
  private double tile() {
    DataSplit data = viewModel.session().dataProperty().get();
    return PixelImage.small(data == null ? ImageShape.MNIST : data.test().shape(), MOST);
  }

  /** Changes no more than what changed, so that a long list stays where it was scrolled to. */
  private void show(List<PictureEntry> pictures) {
    showing = true;
    List<PictureEntry> shown = getItems();
    int same = 0;
    while (same < Math.min(shown.size(), pictures.size())
        && shown.get(same).id() == pictures.get(same).id()) {
      if (shown.get(same) != pictures.get(same)) {
        shown.set(same, pictures.get(same));
      }
      same++;
    }
    if (same < shown.size()) {
      shown.subList(same, shown.size()).clear();
    }
    shown.addAll(pictures.subList(same, pictures.size()));
    showing = false;
    select();
  }

  private void select() {
    PictureEntry picture = viewModel.selectedProperty().get();
    if (picture != null && picture != getSelectionModel().getSelectedItem()) {
      showing = true;
      int index = getItems().indexOf(picture);
      getSelectionModel().clearAndSelect(index);
      if (picture.id() != scrolledTo) {
        scrolledTo = picture.id();
        scrollTo(index);
      }
      showing = false;
    }
  }

  private void chosen(@Nullable PictureEntry picture) {
    if (!showing && picture != null) {
      viewModel.shelf().select(picture);
    }
  }

  private final class Cell extends ListCell<PictureEntry> {
    private final PictureTile source = new PictureTile(tile());
    private final PixelImage reconstruction = new PixelImage(tile());
    private final Label name = new Label();
    private final Label loss = new Label();
    private final VBox text = new VBox(4, name, loss);
    private final HBox row;

    Cell() {
      loss.getStyleClass().addAll("text-muted", "text-small");
      loss.setMinHeight(USE_PREF_SIZE);
      name.setWrapText(true);
      text.setAlignment(Pos.CENTER_LEFT);
      text.setMinWidth(0);
      row = new HBox(8, source, reconstruction, text);
      row.setAlignment(Pos.CENTER_LEFT);
      cells.add(this);
      setPrefWidth(0); // as wide as the list, whatever the name
    }

    @Override
    protected void updateItem(@Nullable PictureEntry picture, boolean empty) {
      super.updateItem(picture, empty);
      setGraphic(empty ? null : row);
      if (picture != null) {
        double tile = tile();
        source.setSize(tile);
        reconstruction.setSize(tile);
        text.setMaxHeight(tile);
        source.show(picture.thumbnail());
        name.setText(picture.name());
        showResult();
      }
    }

    void showResult() {
      PictureEntry picture = getItem();
      if (picture == null) {
        return;
      }
      PictureResult result = viewModel.resultsProperty().get().get(picture.id());
      if (result == null) {
        reconstruction.clear();
      } else {
        reconstruction.show(result.shape(), result.reconstruction());
      }
      loss.setText(text(picture, result));
      setAccessibleText(picture.name() + ", " + loss.getText());
    }

    private String text(PictureEntry picture, @Nullable PictureResult result) {
      if (picture.seen().blank()) {
        return "no ink";
      }
      if (result != null) {
        return "loss " + PictureDetail.number(result.loss());
      }
      return viewModel.hasNetwork() ? "…" : "no network yet";
    }
  }
}
