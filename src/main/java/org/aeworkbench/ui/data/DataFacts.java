package org.aeworkbench.ui.data;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.aeworkbench.analysis.DataSummary;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.ui.common.Numbers;
import org.aeworkbench.ui.common.PixelImage;
import org.aeworkbench.ui.common.VerticalScroll;
import org.jspecify.annotations.Nullable;

/** What is known of a data set, beside its images: the chosen one, the mean, how it came about. */
final class DataFacts extends VBox {
  private static final double LARGE = 168;
  private static final double WIDTH = 216;

  private final PixelImage chosen = new PixelImage(LARGE);
  private final Label chosenText = new Label();
  private final PixelImage mean = new PixelImage(LARGE);
  private final Label meanText = new Label();
  private final ValueHistogram histogram = new ValueHistogram();
  private final Label origin = new Label();

  DataFacts() {
    getStyleClass().add("data-facts");
    setId("data-facts");
    chosenText.setId("data-chosen");
    for (Label label : new Label[] {chosenText, meanText, origin}) {
      label.setWrapText(true);
      label.getStyleClass().addAll("text-muted", "text-small");
    }
    VBox content =
        new VBox(
            8,
            heading("Chosen"),
            chosen,
            chosenText,
            heading("Mean image"),
            mean,
            meanText,
            heading("Brightness"),
            histogram,
            heading("Origin"),
            origin);
    content.setAlignment(Pos.TOP_LEFT);
    content.setPrefWidth(WIDTH);
    content.getStyleClass().add("data-facts-content");
    VerticalScroll scroll = new VerticalScroll(content);
    scroll.getStyleClass().add("edge-to-edge");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().add(scroll);
  }

  private static Node heading(String text) {
    Label heading = new Label(text);
    heading.getStyleClass().add("heading");
    return heading;
  }

  void showChosen(@Nullable Dataset data, int index, String text) {
    if (data == null || index >= data.size()) {
      chosen.clear();
      chosenText.setText("");
      return;
    }
    chosen.setSize(PixelImage.within(data.shape(), LARGE));
    chosen.show(data.shape(), data.image(index));
    chosen.setAccessibleText(text);
    chosenText.setText(text);
  }

  void showSummary(@Nullable Dataset data, @Nullable DataSummary summary) {
    if (data == null || summary == null) {
      mean.clear();
      meanText.setText("");
      return;
    }
    mean.setSize(PixelImage.within(data.shape(), LARGE));
    mean.show(data.shape(), summary.mean());
    meanText.setText(
        summary.looked() == data.size()
            ? "of all " + Numbers.grouped(data.size())
            : String.format(
                Locale.ROOT,
                "of %s of %s",
                Numbers.grouped(summary.looked()),
                Numbers.grouped(data.size())));
    histogram.show(summary.histogram());
  }

  void showOrigin(String text) {
    origin.setText(text);
  }
}
