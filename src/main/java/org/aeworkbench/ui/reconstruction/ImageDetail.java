package org.aeworkbench.ui.reconstruction;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.aeworkbench.analysis.ErrorChannel;
import org.aeworkbench.analysis.ErrorRanking;
import org.aeworkbench.analysis.ReconstructionLoss;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.ui.common.ImageWords;
import org.aeworkbench.ui.common.PixelImage;
import org.jspecify.annotations.Nullable;

/** The chosen image large, with what there is to say about it. */
final class ImageDetail extends HBox {
  private static final double MOST = 192;
  // The captions below the images, and what is around.
  private static final double AROUND = 58;
  private static final double TILE = PixelImage.within(ImageShape.MNIST, MOST);

  private final PixelImage original = new PixelImage(TILE);
  private final PixelImage reconstruction = new PixelImage(TILE);
  private final PixelImage error = new PixelImage(TILE);
  private final Label title = new Label();
  private final Label facts = new Label();

  ImageDetail() {
    super(16);
    getStyleClass().add("image-detail");
    setId("image-detail");
    title.getStyleClass().add("detail-title");
    facts.getStyleClass().add("text-muted");
    facts.setId("image-facts");
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

  private static VBox captioned(String caption, PixelImage image) {
    Label label = new Label(caption);
    label.getStyleClass().add("text-muted");
    image.setAccessibleText("The chosen image: " + caption);
    return new VBox(4, image, label);
  }

  /** The height that it takes. */
  double height() {
    return original.getPrefHeight() + AROUND;
  }

  void show(
      ShownImages shown, ImageWords words, ErrorChannel channel, @Nullable ErrorRanking ranking) {
    ShownImages.Item item = shown.selected();
    float[] reconstructed = item == null ? null : item.reconstruction();
    if (item == null || reconstructed == null) {
      return;
    }
    for (PixelImage image : new PixelImage[] {original, reconstruction, error}) {
      image.setSize(PixelImage.within(shown.shape(), MOST));
    }
    original.show(shown.shape(), item.original());
    reconstruction.show(shown.shape(), reconstructed);
    error.showError(shown.shape(), item.original(), reconstructed, channel);
    title.setText("Test " + words.one() + " " + item.index());
    double entropy = ReconstructionLoss.binaryCrossEntropy(item.original(), reconstructed);
    double squared = ReconstructionLoss.meanSquaredError(item.original(), reconstructed);
    String text =
        (item.what().isEmpty() ? "" : item.what() + "\n")
            + "bce "
            + ReconstructionViewModel.format(entropy)
            + "\nmse "
            + ReconstructionViewModel.format(squared);
    if (ranking != null) {
      text +=
          String.format(
              Locale.ROOT, "\nworse than %.0f %%", Math.floor(ranking.percentile(item.loss())));
    }
    facts.setText(text);
  }
}
