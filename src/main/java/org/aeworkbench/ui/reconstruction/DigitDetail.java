package org.aeworkbench.ui.reconstruction;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.aeworkbench.analysis.ErrorRanking;
import org.aeworkbench.analysis.ReconstructionLoss;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.ui.common.DigitImage;
import org.jspecify.annotations.Nullable;

/** The chosen digit large, with what there is to say about it. */
final class DigitDetail extends HBox {
  /** What it takes. */
  static final double HEIGHT = 226;

  private static final double TILE = 168;

  private final DigitImage original = new DigitImage(TILE);
  private final DigitImage reconstruction = new DigitImage(TILE);
  private final DigitImage error = new DigitImage(TILE);
  private final Label title = new Label();
  private final Label facts = new Label();

  DigitDetail() {
    super(16);
    getStyleClass().add("digit-detail");
    setId("digit-detail");
    setMinHeight(HEIGHT);
    title.getStyleClass().add("detail-title");
    facts.getStyleClass().add("text-muted");
    facts.setId("digit-facts");
    facts.setMinWidth(0);
    VBox text = new VBox(8, title, facts);
    text.setAlignment(Pos.TOP_LEFT);
    getChildren()
        .addAll(
            captioned("original", original),
            captioned("reconstruction", reconstruction),
            captioned("error", error),
            text);
  }

  private static VBox captioned(String caption, DigitImage image) {
    Label label = new Label(caption);
    label.getStyleClass().add("text-muted");
    image.setAccessibleText("The chosen digit: " + caption);
    return new VBox(4, image, label);
  }

  void show(ShownDigits.@Nullable Digit digit, @Nullable ErrorRanking ranking) {
    float[] reconstructed = digit == null ? null : digit.reconstruction();
    if (digit == null || reconstructed == null) {
      return;
    }
    original.show(digit.original());
    reconstruction.show(reconstructed);
    error.showError(digit.original(), reconstructed);
    title.setText("Test digit " + digit.index());
    double entropy = ReconstructionLoss.binaryCrossEntropy(digit.original(), reconstructed);
    double squared = ReconstructionLoss.meanSquaredError(digit.original(), reconstructed);
    String text =
        (digit.label() == Dataset.NO_LABEL ? "" : "class " + digit.label() + "\n")
            + "bce "
            + ReconstructionViewModel.format(entropy)
            + "\nmse "
            + ReconstructionViewModel.format(squared);
    if (ranking != null) {
      text +=
          String.format(
              Locale.ROOT, "\nworse than %.0f %%", Math.floor(ranking.percentile(digit.loss())));
    }
    facts.setText(text);
  }
}
