package org.aeworkbench.ui.pictures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.aeworkbench.analysis.ErrorRanking;
import org.jspecify.annotations.Nullable;

/** How the losses of the test set lie, and where among them a picture's is. */
final class LossHistogram extends Region {
  private static final int BINS = 48;
  private static final double TALL = 72;
  private static final double LOW = 40;
  private static final double AXIS = 18;

  /** The losses of nearly all test images; the few worst would make the rest a line. */
  private static final double SHOWN_PERCENT = 99.8;

  private final List<Region> bars = new ArrayList<>();
  private final Region marker = new Region();
  private final Label low = new Label();
  private final Label high = new Label();
  private int[] counts = new int[BINS];
  private double from;
  private double to = 1;
  private double loss = Double.NaN;
  private double barHeight;

  LossHistogram() {
    setId("loss-histogram");
    getStyleClass().add("loss-histogram");
    setTall(true);
    for (int i = 0; i < BINS; i++) {
      Region bar = new Region();
      bar.getStyleClass().add("histogram-bar");
      bars.add(bar);
    }
    marker.getStyleClass().add("histogram-marker");
    marker.setId("loss-marker");
    for (Label label : List.of(low, high)) {
      label.getStyleClass().addAll("text-muted", "text-small");
    }
    getChildren().addAll(bars);
    getChildren().addAll(marker, low, high);
  }

  /** Where there is little room, the bars are lower. */
  final void setTall(boolean tall) {
    barHeight = tall ? TALL : LOW;
    setMinHeight(barHeight + AXIS);
    setPrefHeight(barHeight + AXIS);
  }

  void show(ErrorRanking ranking, @Nullable PictureResult result) {
    loss = result == null ? Double.NaN : result.loss();
    from = ranking.min();
    to = ranking.quantile(SHOWN_PERCENT);
    counts = ranking.histogram(BINS, from, to);
    low.setText(PictureDetail.number(from));
    high.setText(PictureDetail.number(to));
    marker.setVisible(!Double.isNaN(loss));
    setAccessibleText(
        String.format(
            Locale.ROOT,
            "Losses of the test set from %s to %s",
            PictureDetail.number(ranking.min()),
            PictureDetail.number(ranking.max())));
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth() / BINS;
    double highest = Math.max(1, Arrays.stream(counts).max().orElse(1));
    for (int i = 0; i < BINS; i++) {
      double height = counts[i] == 0 ? 0 : Math.max(1, counts[i] / highest * barHeight);
      bars.get(i)
          .resizeRelocate(i * width + 0.5, barHeight - height, Math.max(1, width - 1), height);
    }
    double share = to > from ? Math.clamp((loss - from) / (to - from), 0, 1) : 0;
    marker.resizeRelocate(snapPositionX(share * (getWidth() - 3)), 0, 3, barHeight + 4);
    low.autosize();
    high.autosize();
    low.relocate(0, barHeight + 4);
    high.relocate(getWidth() - high.getWidth(), barHeight + 4);
  }
}
