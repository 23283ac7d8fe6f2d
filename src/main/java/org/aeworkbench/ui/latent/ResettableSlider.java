package org.aeworkbench.ui.latent;

import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.layout.Region;

/** A slider with a mark where it would be after a reset. */
final class ResettableSlider extends Region {
  private static final double MARK_WIDTH = 2;
  private static final double MARK_HEIGHT = 14;
  private static final double THUMB = 16;

  private final Slider slider = new Slider();
  private final Region mark = new Region();
  private double start;

  ResettableSlider() {
    mark.getStyleClass().add("start-mark");
    mark.setMouseTransparent(true);
    getChildren().addAll(mark, slider);
  }

  Slider slider() {
    return slider;
  }

  /** Moves the mark, which is shown where the slider is elsewhere. */
  void setStart(double value, boolean shown) {
    mark.setVisible(shown);
    if (value != start) {
      start = value;
      requestLayout();
    }
  }

  @Override
  protected double computePrefHeight(double width) {
    return slider.prefHeight(width);
  }

  @Override
  protected double computeMinWidth(double height) {
    return slider.minWidth(height);
  }

  @Override
  protected double computePrefWidth(double height) {
    return slider.prefWidth(height);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = slider.prefHeight(width);
    double top = Math.round((getHeight() - height) / 2);
    slider.resizeRelocate(0, top, width, height);
    // As the slider's skin places its thumb.
    Node thumb = slider.lookup(".thumb");
    double size = thumb instanceof Region region ? region.prefWidth(-1) : THUMB;
    double range = slider.getMax() - slider.getMin();
    double share = range > 0 ? Math.clamp((start - slider.getMin()) / range, 0.0, 1.0) : 0;
    double x = size / 2 + share * (width - size) - MARK_WIDTH / 2;
    mark.resizeRelocate(
        Math.round(x), Math.round((getHeight() - MARK_HEIGHT) / 2), MARK_WIDTH, MARK_HEIGHT);
  }
}
