package org.aeworkbench.ui.reconstruction;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * Digits as cards in bands of three rows, as large as they fit into what is visible. Arrow keys
 * walk through them.
 */
final class DigitGrid extends Region {
  private static final String[] ROWS = {"original", "reconstruction", "error"};
  private static final double LABELS_WIDTH = 112;
  private static final double MARGIN = 8;
  private static final double LEFT = 16;
  private static final int[] TILES = {140, 112, 84, 56};

  private final List<DigitCard> cards = new ArrayList<>();
  private final List<Label> rowLabels = new ArrayList<>();
  private final IntConsumer onSelect;
  private double tile = 56;
  private int columns = 1;
  private int selected = -1;

  /**
   * @param onSelect gets the index in the test set of a digit that the user chooses
   */
  DigitGrid(IntConsumer onSelect) {
    this.onSelect = onSelect;
    getStyleClass().add("digit-grid");
    setFocusTraversable(true);
    setAccessibleText("Digits, their reconstructions and errors. Arrow keys choose a digit.");
    addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    addEventHandler(
        MouseEvent.MOUSE_PRESSED,
        event -> {
          requestFocus();
          // The scroll pane around would take the focus to itself.
          event.consume();
        });
  }

  void show(ShownDigits shown) {
    List<ShownDigits.Digit> digits = shown.digits();
    boolean other = digits.size() != cards.size();
    while (cards.size() > digits.size()) {
      getChildren().remove(cards.removeLast());
    }
    while (cards.size() < digits.size()) {
      DigitCard card = new DigitCard();
      card.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> onSelect.accept(card.index()));
      card.setTile(tile);
      cards.add(card);
      getChildren().add(card);
    }
    for (int i = 0; i < cards.size(); i++) {
      cards.get(i).show(digits.get(i));
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

  /** The card of the chosen digit, null if it is not among those shown. */
  @Nullable DigitCard selectedCard() {
    return cards.stream().filter(card -> card.index() == selected).findFirst().orElse(null);
  }

  /** The height with the smallest tiles; with more nothing has to be scrolled. */
  double leastHeight(double width) {
    double least = TILES[TILES.length - 1];
    return bands(columns(least, width)) * bandHeight(least);
  }

  /**
   * Takes the largest tiles with which nothing has to be scrolled.
   *
   * @return the height that is used
   */
  double fit(double width, double height) {
    double wanted = TILES[TILES.length - 1];
    for (int candidate : TILES) {
      int across = columns(candidate, width);
      if (across >= Math.min(5, cards.size()) && bands(across) * bandHeight(candidate) <= height) {
        wanted = candidate;
        break;
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

  // Ten digits where nine would fit in a row are better shown as five and five.
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
      label.getStyleClass().add("digit-row");
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
    return size + 2 * DigitCard.GAP + MARGIN;
  }

  private static double bandHeight(double size) {
    return ROWS.length * (size + DigitCard.GAP) + DigitCard.TEXT_HEIGHT + MARGIN;
  }

  @Override
  protected double computePrefWidth(double height) {
    return LABELS_WIDTH + 5 * cardWidth(TILES[TILES.length - 1]);
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
      double row = band + DigitCard.TEXT_HEIGHT / 2 + i % ROWS.length * (tile + DigitCard.GAP);
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
    DigitCard card = selectedCard();
    int next = card == null ? 0 : cards.indexOf(card) + step;
    if (next >= 0 && next < cards.size()) {
      onSelect.accept(cards.get(next).index());
    }
    event.consume();
  }
}
