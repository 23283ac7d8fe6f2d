package org.aeworkbench.ui.data;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.aeworkbench.analysis.DataSummary;

/** How often each brightness stands in the images; the root of it, since black would hide all. */
final class ValueHistogram extends Region {
  private static final double BARS = 64;
  private static final double AXIS = 18;

  private final List<Region> bars = new ArrayList<>();
  private final Label low = new Label("0");
  private final Label high = new Label("1");
  private long[] counts = new long[DataSummary.BINS];

  ValueHistogram() {
    getStyleClass().add("loss-histogram");
    setMinHeight(BARS + AXIS);
    setPrefHeight(BARS + AXIS);
    for (int i = 0; i < DataSummary.BINS; i++) {
      Region bar = new Region();
      bar.getStyleClass().add("histogram-bar");
      bars.add(bar);
    }
    for (Label label : List.of(low, high)) {
      label.getStyleClass().addAll("text-muted", "text-small");
    }
    getChildren().addAll(bars);
    getChildren().addAll(low, high);
  }

  void show(long[] histogram) {
    counts = histogram;
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth() / bars.size();
    double highest = 1;
    for (long count : counts) {
      highest = Math.max(highest, Math.sqrt(count));
    }
    for (int i = 0; i < bars.size(); i++) {
      double height = counts[i] == 0 ? 0 : Math.max(1, Math.sqrt(counts[i]) / highest * BARS);
      bars.get(i).resizeRelocate(i * width + 0.5, BARS - height, Math.max(1, width - 1), height);
    }
    low.autosize();
    high.autosize();
    low.relocate(0, BARS + 2);
    high.relocate(getWidth() - high.getWidth(), BARS + 2);
  }
}
