package org.aeworkbench.ui.reconstruction;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.aeworkbench.analysis.ErrorChannel;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.ui.common.ImageWords;
import org.aeworkbench.ui.common.PixelImage;

/** One image: its number and class, original, reconstruction, error, loss. */
final class ImageCard extends VBox {
  /** Height of the two lines of text with their gaps. */
  static final double TEXT_HEIGHT = 38;

  /** Between tiles, and around them. */
  static final double GAP = 4;

  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  private final Label title = new Label();
  private final Label loss = new Label();
  private final PixelImage original = new PixelImage(56);
  private final PixelImage reconstruction = new PixelImage(56);
  private final PixelImage error = new PixelImage(56);
  private final Tooltip tooltip = new Tooltip();
  private int index = -1;

  ImageCard() {
    super(GAP);
    getStyleClass().add("image-card");
    title.getStyleClass().add("image-title");
    loss.getStyleClass().add("image-loss");
    title.setMinWidth(0);
    loss.setMinWidth(0);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    Tooltip.install(this, tooltip);
    getChildren().addAll(title, original, reconstruction, error, loss);
  }

  /** Index in the test set of the image. */
  int index() {
    return index;
  }

  void setTile(double size) {
    original.setSize(size);
    reconstruction.setSize(size);
    error.setSize(size);
  }

  void setSelected(boolean selected) {
    pseudoClassStateChanged(SELECTED, selected);
  }

  void show(ImageShape shape, ShownImages.Item item, ImageWords words, ErrorChannel channel) {
    if (item.index() != index) {
      index = item.index();
      setId("image-card-" + index);
      title.setText("#" + index);
    }
    original.show(shape, item.original());
    float[] reconstructed = item.reconstruction();
    if (reconstructed == null) {
      reconstruction.clear();
      error.clear();
    } else {
      reconstruction.show(shape, reconstructed);
      error.showError(shape, item.original(), reconstructed, channel);
    }
    String text = ReconstructionViewModel.format(item.loss());
    loss.setText(text);
    String what = item.what().isEmpty() ? "" : ", " + item.what();
    String sentence = "Test " + words.one() + " " + index + what + ", loss " + text;
    tooltip.setText(sentence);
    setAccessibleText(sentence);
  }
}
