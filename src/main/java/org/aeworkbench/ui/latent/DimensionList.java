package org.aeworkbench.ui.latent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/**
 * A row for every dimension, of which only those exist that are to be seen.
 *
 * <p>Not a ListView: that keeps cells for measuring, moves rows from cell to cell while a slider in
 * them has the focus, and wants the keyboard for itself. Here a dimension keeps its row as long as
 * it is to be seen. One row is in the tab order: that of the current dimension, or the first; the
 * arrow keys go from row to row.
 */
final class DimensionList extends Region {
  private static final double ROW_HEIGHT = 36;

  private final LatentViewModel viewModel;
  private final List<DimensionRow> rows = new ArrayList<>();
  private final ScrollBar bar = new ScrollBar();
  private final Rectangle clip = new Rectangle();
  private List<Integer> order = List.of();

  DimensionList(LatentViewModel viewModel) {
    this.viewModel = viewModel;
    setId("latent-dimensions");
    getStyleClass().add("dimension-list");
    bar.setOrientation(Orientation.VERTICAL);
    bar.setFocusTraversable(false);
    bar.setUnitIncrement(ROW_HEIGHT);
    bar.valueProperty().subscribe(this::requestLayout);
    getChildren().add(bar);
    setClip(clip);
    setMinHeight(ROW_HEIGHT);
    heightProperty().subscribe(this::fill);
    addEventHandler(ScrollEvent.SCROLL, this::onScroll);
    viewModel.orderProperty().subscribe(this::show);
    viewModel.currentProperty().subscribe(this::markCurrent);
  }

  /** Goes some rows down, or up if negative. */
  void move(int by) {
    int now = order.indexOf(viewModel.currentProperty().get());
    int next = Math.clamp((long) now + by, 0, order.size() - 1);
    reveal(next);
    rowOf(order.get(next)).ifPresent(DimensionRow::focusSlider);
  }

  private void show(List<Integer> shown) {
    order = shown;
    fill();
    requestLayout();
  }

  /** Scrolls as little as it takes. */
  private void reveal(int position) {
    double top = position * ROW_HEIGHT;
    bar.setValue(Math.clamp(bar.getValue(), Math.max(0, top + ROW_HEIGHT - viewport()), top));
    layout();
  }

  private void onScroll(ScrollEvent event) {
    // Not from under the hand that drags.
    if (rows.stream().noneMatch(Node::isPressed)) {
      bar.setValue(Math.clamp(bar.getValue() - event.getDeltaY(), 0, bar.getMax()));
    }
    event.consume();
  }

  private double viewport() {
    return Math.max(0, getHeight() - snappedTopInset() - snappedBottomInset());
  }

  /** Makes as many rows as can be seen at once. */
  private void fill() {
    int wanted = Math.min(order.size(), (int) Math.ceil(viewport() / ROW_HEIGHT) + 1);
    while (rows.size() < wanted) {
      DimensionRow row = new DimensionRow(viewModel, this);
      rows.add(row);
      getChildren().add(row);
    }
    while (rows.size() > wanted) {
      DimensionRow row = rows.removeLast();
      row.close();
      getChildren().remove(row);
    }
  }

  @Override
  protected void layoutChildren() {
    double left = snappedLeftInset();
    double top = snappedTopInset();
    double width = getWidth() - left - snappedRightInset();
    double hidden = Math.max(0, order.size() * ROW_HEIGHT - viewport());
    bar.setVisible(hidden > 0);
    bar.setMax(hidden);
    bar.setVisibleAmount(hidden * viewport() / (hidden + viewport()));
    bar.setBlockIncrement(viewport());
    bar.setValue(Math.clamp(bar.getValue(), 0, hidden));
    double barWidth = bar.prefWidth(-1);
    bar.resizeRelocate(left + width - barWidth, top, barWidth, viewport());
    clip.setWidth(getWidth());
    clip.setHeight(getHeight());
    arrange(left, top, hidden > 0 ? width - barWidth : width);
  }

  private void arrange(double left, double top, double width) {
    Optional<DimensionRow> focused = rows.stream().filter(DimensionRow::isFocusWithin).findFirst();
    int dimension = focused.map(DimensionRow::dimension).orElse(DimensionRow.NONE);
    int first = (int) (bar.getValue() / ROW_HEIGHT);
    for (int i = 0; i < rows.size(); i++) {
      int position = first + i;
      DimensionRow row = rows.get(position % rows.size());
      boolean shown = position < order.size();
      row.setVisible(shown);
      row.show(shown ? order.get(position) : DimensionRow.NONE);
      row.resizeRelocate(
          left, top + position * ROW_HEIGHT - Math.round(bar.getValue()), width, ROW_HEIGHT);
    }
    focused.ifPresent(row -> keepFocus(row, dimension));
    markCurrent();
  }

  /** The focus stays at its dimension, or if that is out of sight, at the row. */
  private void keepFocus(DimensionRow row, int dimension) {
    if (row.dimension() != dimension) {
      rowOf(dimension)
          .ifPresentOrElse(
              DimensionRow::focusSlider, () -> viewModel.currentProperty().set(row.dimension()));
    }
  }

  private void markCurrent() {
    int current = viewModel.currentProperty().get();
    int first =
        order.isEmpty() ? DimensionRow.NONE : order.get((int) (bar.getValue() / ROW_HEIGHT));
    int stop = rowOf(current).isPresent() ? current : first;
    rows.forEach(row -> row.mark(row.dimension() == current, row.dimension() == stop));
  }

  private Optional<DimensionRow> rowOf(int dimension) {
    return rows.stream().filter(row -> row.dimension() == dimension).findFirst();
  }
}
