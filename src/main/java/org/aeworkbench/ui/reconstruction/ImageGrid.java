package org.aeworkbench.ui.reconstruction;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.aeworkbench.analysis.ErrorChannel;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.ui.common.ImageWords;
import org.aeworkbench.ui.common.PixelImage;
import org.jspecify.annotations.Nullable;

/**
 * Images as cards in bands of three rows, as large as they fit into what is visible. Arrow keys
 * walk through them.
 */
final class ImageGrid extends Region {
  private static final String[] ROWS = {"original", "reconstruction", "error"};
  private static final double LABELS_WIDTH = 112;
  private static final double MARGIN = 8;
  private static final double LEFT = 16;
  private static final double LARGEST = 140;
  private static final double SMALLEST = 56;

  private final List<ImageCard> cards = new ArrayList<>();
  private final List<Label> rowLabels = new ArrayList<>();
  private final IntConsumer onSelect;
  private ImageShape shape = ImageShape.MNIST;
  private double tile = 56;
  private int columns = 1;
  private int selected = -1;

  /**
   * @param onSelect gets the index in the test set of an image that the user chooses
   */
  ImageGrid(IntConsumer onSelect) {
    this.onSelect = onSelect;
    getStyleClass().add("image-grid");
    setFocusTraversable(true);
    setAccessibleText("Images, their reconstructions and errors. Arrow keys choose one.");
    addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    addEventHandler(
        MouseEvent.MOUSE_PRESSED,
        event -> {
          requestFocus();
          // The scroll pane around would take the focus to itself.
          event.consume();
        });
  }

  void show(ShownImages shown, ImageWords words, ErrorChannel channel) {
    List<ShownImages.Item> items = shown.images();
    boolean other = items.size() != cards.size() || !shape.equals(shown.shape());
    shape = shown.shape();
    while (cards.size() > items.size()) {
      getChildren().remove(cards.removeLast());
    }
    while (cards.size() < items.size()) {
      ImageCard card = new ImageCard();
      card.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> onSelect.accept(card.index()));
      card.setTile(tile);
      cards.add(card);
      getChildren().add(card);
    }
    for (int i = 0; i < cards.size(); i++) {
      cards.get(i).show(shape, items.get(i), words, channel);
      cards.get(i).setSelected(cards.get(i).index() == selected);
    }
    if (other) {
      requestLayout();
    }
  }

  void select(int index) {
    selected = index;
    cards.forEach(card -> card.setSelected(card.index() == index));
  }

  /** The card of the chosen image, null if it is not among those shown. */
  @Nullable ImageCard selectedCard() {
    return cards.stream().filter(card -> card.index() == selected).findFirst().orElse(null);
  }

  /** The height with the smallest tiles; with more nothing has to be scrolled. */
  double leastHeight(double width) {
    double least = least();
    return bands(columns(least, width)) * bandHeight(least);
  }

  /**
   * Takes the largest tiles with which nothing has to be scrolled.
   *
   * @return the height that is used
   */
  double fit(double width, double height) {
    double wanted = least();
    double step = Math.max(shape.height(), shape.width());
    for (double larger = step; larger <= LARGEST; larger += step) {
      int across = columns(larger, width);
      if (larger > wanted
          && across >= Math.min(5, cards.size())
          && bands(across) * bandHeight(larger) <= height) {
        wanted = larger;
      }
    }
    columns = balanced(columns(wanted, width));
    if (wanted != tile) {
      tile = wanted;
      cards.forEach(card -> card.setTile(tile));
    }
    labelRows();
    return bands(columns) * bandHeight(tile);
  }

  private double least() {
    return PixelImage.small(shape, SMALLEST);
  }

  // Ten images where nine would fit in a row are better shown as five and five.
  private int balanced(int most) {
    int bands = bands(most);
    return bands == 0 ? most : Math.ceilDiv(cards.size(), bands);
  }

  private void labelRows() {
    int wanted = bands(columns) * ROWS.length;
    while (rowLabels.size() > wanted) {
      getChildren().remove(rowLabels.removeLast());
    }
    while (rowLabels.size() < wanted) {
      Label label = new Label(ROWS[rowLabels.size() % ROWS.length]);
      label.getStyleClass().add("image-row");
      rowLabels.add(label);
      getChildren().add(label);
    }
  }

  private static int columns(double size, double width) {
    return Math.max(1, (int) ((width - LABELS_WIDTH - LEFT - MARGIN) / cardWidth(size)));
  }

  private int bands(int across) {
    return Math.ceilDiv(cards.size(), across);
  }

  private static double cardWidth(double size) {
    return size + 2 * ImageCard.GAP + MARGIN;
  }

  private static double bandHeight(double size) {
    return ROWS.length * (size + ImageCard.GAP) + ImageCard.TEXT_HEIGHT + MARGIN;
  }

  @Override
  protected double computePrefWidth(double height) {
    return LABELS_WIDTH + 5 * cardWidth(least());
  }

  @Override
  protected void layoutChildren() {
    double step = cardWidth(tile);
    double height = bandHeight(tile);
    for (int i = 0; i < cards.size(); i++) {
      double x = LEFT + LABELS_WIDTH + i % columns * step;
      double y = (double) (i / columns) * height;
      cards.get(i).resizeRelocate(x, y, step - MARGIN, height - MARGIN);
    }
    for (int i = 0; i < rowLabels.size(); i++) {
      Label label = rowLabels.get(i);
      double band = (double) (i / ROWS.length) * height;
      double row = band + ImageCard.TEXT_HEIGHT / 2 + i % ROWS.length * (tile + ImageCard.GAP);
      label.resizeRelocate(
          LEFT, row + (tile - label.prefHeight(-1)) / 2, LABELS_WIDTH, label.prefHeight(-1));
    }
  }

  private void onKey(KeyEvent event) {
    int step =
        switch (event.getCode()) {
          case LEFT -> -1;
          case RIGHT -> 1;
          case UP -> -columns;
          case DOWN -> columns;
          default -> 0;
        };
    if (step == 0 || cards.isEmpty()) {
      return;
    }
    ImageCard card = selectedCard();
    int next = card == null ? 0 : cards.indexOf(card) + step;
    if (next >= 0 && next < cards.size()) {
      onSelect.accept(cards.get(next).index());
    }
    event.consume();
  }
}
