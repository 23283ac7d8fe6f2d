package org.aeworkbench.ui.latent;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** How much a dimension varies, as a bar; or that it is dead, in words. */
final class ActivityMark extends Region {
  private static final double WIDTH = 40;
  private static final double HEIGHT = 6;

  private final Region bar = new Region();
  private final Label dead = new Label("dead");
  private double share;

  ActivityMark() {
    getStyleClass().add("activity-mark");
    bar.getStyleClass().add("activity-bar");
    dead.getStyleClass().add("dead-unit");
    dead.setVisible(false);
    getChildren().addAll(bar, dead);
    setMinWidth(WIDTH);
    setPrefWidth(WIDTH);
    setMaxWidth(WIDTH);
  }

  void show(CodeDimension dimension) {
    // Of the deviation, not of the variance, whose small ones could not be told apart.
    share = Math.sqrt(dimension.share());
    bar.setVisible(!dimension.dead());
    dead.setVisible(dimension.dead());
    requestLayout();
  }

  @Override
  protected double computePrefHeight(double width) {
    return dead.prefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    double width = Math.max(1, Math.round(WIDTH * share));
    bar.resizeRelocate(0, Math.round((getHeight() - HEIGHT) / 2), width, HEIGHT);
    double height = dead.prefHeight(-1);
    dead.resizeRelocate(0, Math.round((getHeight() - height) / 2), WIDTH, height);
  }
}
