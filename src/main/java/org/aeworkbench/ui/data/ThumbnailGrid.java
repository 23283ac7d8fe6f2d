package org.aeworkbench.ui.data;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.ui.common.PixelImage;
import org.jspecify.annotations.Nullable;

/**
 * Any number of images to scroll through, only those in sight are drawn. Arrow keys walk through
 * them. The few images that come into sight are read on the FX thread, from pages of the file that
 * are in memory or a read ahead away.
 */
final class ThumbnailGrid extends StackPane {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final double TILE = 56;
  private static final double GAP = 6;
  private static final double STEP = TILE + 2 * GAP;
  private static final double SCROLL_BAR = 24;

  private final ListView<Integer> rows = new ListView<>();
  private final IntFunction<String> name;
  private final IntConsumer onSelect;
  private final List<RowCell> cells = new ArrayList<>();
  private DataViewModel.@Nullable Shown shown;
  private int columns = 1;
  private int selected = -1;

  /**
   * An empty grid.
   *
   * @param name what an image is, for a tooltip and a screen reader
   * @param onSelect gets the index in the data of an image that the user chooses
   */
  ThumbnailGrid(IntFunction<String> name, IntConsumer onSelect) {
    this.name = name;
    this.onSelect = onSelect;
    rows.setId("data-thumbnails");
    rows.getStyleClass().addAll("thumbnail-grid", "edge-to-edge");
    rows.setFixedCellSize(STEP);
    rows.setCellFactory(
        list -> {
          RowCell cell = new RowCell();
          cells.add(cell);
          return cell;
        });
    rows.setAccessibleText("Images of the data set. Arrow keys choose one.");
    rows.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    rows.widthProperty().subscribe(width -> arrange(width.doubleValue()));
    getChildren().add(rows);
  }

  void show(DataViewModel.@Nullable Shown images) {
    shown = images;
    fill();
    if (images != null) {
      reveal();
    }
  }

  /** Marks an image and brings it into sight. */
  void select(int index) {
    selected = index;
    cells.forEach(RowCell::mark);
    reveal();
  }

  private void reveal() {
    int at = shown == null ? -1 : DataViewModel.position(shown, selected);
    if (at >= 0 && cells.stream().noneMatch(cell -> cell.isWhole(at / columns))) {
      rows.scrollTo(Math.max(0, at / columns - 1));
    }
  }

  private void arrange(double width) {
    int fitting = Math.max(1, (int) ((width - SCROLL_BAR) / STEP));
    if (fitting != columns) {
      columns = fitting;
      fill();
      reveal();
    }
  }

  private void fill() {
    int images = shown == null ? 0 : shown.indices().length;
    int count = Math.ceilDiv(images, columns);
    rows.setItems(
        FXCollections.observableList(
            new AbstractList<>() {
              @Override
              public Integer get(int row) {
                return row;
              }

              @Override
              public int size() {
                return count;
              }
            }));
    rows.refresh();
  }

  private void onKey(KeyEvent event) {
    int page = Math.max(1, (int) (rows.getHeight() / STEP)) * columns;
    DataViewModel.Shown images = shown;
    if (images == null || images.indices().length == 0) {
      return;
    }
    int last = images.indices().length - 1;
    int at = Math.max(0, DataViewModel.position(images, selected));
    int to =
        switch (event.getCode()) {
          case LEFT -> at - 1;
          case RIGHT -> at + 1;
          case UP -> at - columns;
          case DOWN -> at + columns;
          case PAGE_UP -> Math.max(at % columns, at - page);
          case PAGE_DOWN -> Math.min(last, at + page);
          case HOME -> 0;
          case END -> last;
          default -> -1;
        };
    if (to >= 0 && to <= last) {
      onSelect.accept(images.indices()[to]);
    }
    if (event.getCode().isNavigationKey()) {
      event.consume();
    }
  }

  /** A row of images. */
  private final class RowCell extends ListCell<Integer> {
    private final HBox box = new HBox();
    private final List<StackPane> tiles = new ArrayList<>();
    private final List<PixelImage> images = new ArrayList<>();

    RowCell() {
      getStyleClass().add("thumbnail-row");
      box.setAlignment(Pos.CENTER_LEFT);
      addEventHandler(MouseEvent.MOUSE_PRESSED, event -> rows.requestFocus());
    }

    boolean isWhole(int row) {
      return !isEmpty()
          && getIndex() == row
          && getLayoutY() >= 0
          && getLayoutY() + STEP <= rows.getHeight();
    }

    @Override
    protected void updateItem(@Nullable Integer row, boolean empty) {
      super.updateItem(row, empty);
      DataViewModel.Shown now = shown;
      if (empty || row == null || now == null) {
        setGraphic(null);
        return;
      }
      int first = row * columns;
      int count = Math.min(columns, now.indices().length - first);
      while (tiles.size() < count) {
        addTile();
      }
      box.getChildren().setAll(tiles.subList(0, Math.max(0, count)));
      Dataset data = now.data();
      for (int i = 0; i < count; i++) {
        int index = now.indices()[first + i];
        images.get(i).show(data.shape(), data.image(index));
        tiles.get(i).setAccessibleText(name.apply(index));
      }
      setGraphic(box);
      mark();
    }

    private void addTile() {
      int column = tiles.size();
      PixelImage image = new PixelImage(TILE);
      StackPane tile = new StackPane(image);
      tile.getStyleClass().add("thumbnail");
      tile.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
      tile.setMinSize(STEP, STEP - 2);
      tile.setMaxSize(STEP, STEP - 2);
      tile.setOnMouseClicked(event -> choose(column));
      tiles.add(tile);
      images.add(image);
    }

    private void choose(int column) {
      DataViewModel.Shown now = shown;
      int at = getIndex() * columns + column;
      if (now != null && at < now.indices().length) {
        onSelect.accept(now.indices()[at]);
      }
    }

    void mark() {
      DataViewModel.Shown now = shown;
      if (now == null || isEmpty()) {
        return;
      }
      for (int i = 0; i < box.getChildren().size(); i++) {
        int at = getIndex() * columns + i;
        tiles
            .get(i)
            .pseudoClassStateChanged(
                SELECTED, at < now.indices().length && now.indices()[at] == selected);
      }
    }
  }
}
