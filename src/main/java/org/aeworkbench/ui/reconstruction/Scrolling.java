package org.aeworkbench.ui.reconstruction;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/** Brings something into view. */
final class Scrolling {
  private Scrolling() {}

  /** Scrolls up or down just as far as it takes. */
  static void reveal(ScrollPane scroll, Node child) {
    Bounds bounds = child.getBoundsInParent();
    double viewport = scroll.getViewportBounds().getHeight();
    double hidden = scroll.getContent().getBoundsInLocal().getHeight() - viewport;
    if (hidden <= 0) {
      return;
    }
    double top = scroll.getVvalue() * hidden;
    if (bounds.getMinY() < top) {
      scroll.setVvalue(bounds.getMinY() / hidden);
    } else if (bounds.getMaxY() > top + viewport) {
      scroll.setVvalue((bounds.getMaxY() - viewport) / hidden);
    }
  }
}
