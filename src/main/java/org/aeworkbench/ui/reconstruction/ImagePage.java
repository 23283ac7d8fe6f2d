package org.aeworkbench.ui.reconstruction;

import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/**
 * The images and below them the chosen one large, where there is room for it without scrolling. For
 * a scroll pane that makes its content as large as what is visible: everything follows from that
 * size, in one pass.
 */
final class ImagePage extends Region {
  private final ImageGrid grid;
  private final ImageDetail detail;

  ImagePage(ImageGrid grid, ImageDetail detail) {
    this.grid = grid;
    this.detail = detail;
    getChildren().addAll(grid, detail);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinHeight(double width) {
    return grid.leastHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    return grid.leastHeight(width);
  }

  @Override
  protected double computePrefWidth(double height) {
    return grid.prefWidth(height);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double used = grid.fit(width, getHeight());
    grid.resizeRelocate(0, 0, width, used);
    detail.setVisible(getHeight() - used >= detail.height());
    detail.resizeRelocate(0, used, width, detail.height());
  }
}
