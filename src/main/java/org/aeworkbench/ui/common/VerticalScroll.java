package org.aeworkbench.ui.common;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;

/**
 * Scrolls up and down and never sideways. Without a horizontal bar a scroll pane still moves
 * sideways when its content is a pixel too wide: by wheel, by touch, or to bring the control with
 * the focus into view. Its smallest width is therefore what the content needs beside the vertical
 * bar, in whatever font.
 */
public final class VerticalScroll extends ScrollPane {
  // What the theme's bar takes, until the real one can be asked.
  private static final double BAR_WIDTH = 12;

  /** Shows something. */
  public VerticalScroll(Node content) {
    super(content);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setFocusTraversable(false);
    hvalueProperty()
        .addListener(
            (property, before, moved) -> {
              if (moved.doubleValue() != getHmin()) {
                setHvalue(getHmin());
              }
            });
  }

  @Override
  protected double computeMinWidth(double height) {
    return Math.max(super.computeMinWidth(height), neededWidth());
  }

  @Override
  protected double computePrefWidth(double height) {
    return Math.max(super.computePrefWidth(height), neededWidth());
  }

  private double neededWidth() {
    Node content = getContent();
    double needed = content == null ? 0 : content.minWidth(-1);
    return snappedLeftInset() + Math.ceil(needed) + barWidth() + snappedRightInset();
  }

  private double barWidth() {
    return lookupAll(".scroll-bar").stream()
        .filter(node -> node instanceof ScrollBar bar && isOwn(bar))
        .mapToDouble(bar -> bar.prefWidth(-1))
        .max()
        .orElse(BAR_WIDTH);
  }

  private boolean isOwn(ScrollBar bar) {
    return bar.getParent() == this && bar.getOrientation() == Orientation.VERTICAL;
  }
}
