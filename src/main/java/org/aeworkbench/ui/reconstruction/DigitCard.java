package org.aeworkbench.ui.reconstruction;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.aeworkbench.ui.common.ClassText;
import org.aeworkbench.ui.common.DigitImage;

/** One digit: its number and class, original, reconstruction, error, loss. */
final class DigitCard extends VBox {
  /** Height of the two lines of text with their gaps. */
  static final double TEXT_HEIGHT = 38;

  /** Between tiles, and around them. */
  static final double GAP = 4;

  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  private final Label title = new Label();
  private final Label loss = new Label();
  private final DigitImage original = new DigitImage(56);
  private final DigitImage reconstruction = new DigitImage(56);
  private final DigitImage error = new DigitImage(56);
  private final Tooltip tooltip = new Tooltip();
  private int index = -1;

  DigitCard() {
    super(GAP);
    getStyleClass().add("digit-card");
    title.getStyleClass().add("digit-title");
    loss.getStyleClass().add("digit-loss");
    title.setMinWidth(0);
    loss.setMinWidth(0);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    Tooltip.install(this, tooltip);
    getChildren().addAll(title, original, reconstruction, error, loss);
  }

  /** Index in the test set of the digit. */
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

  void show(ShownDigits.Digit digit) {
    if (digit.index() != index) {
      index = digit.index();
      setId("digit-" + index);
      title.setText("#" + index);
    }
    original.show(digit.original());
    float[] reconstructed = digit.reconstruction();
    if (reconstructed == null) {
      reconstruction.clear();
      error.clear();
    } else {
      reconstruction.show(reconstructed);
      error.showError(digit.original(), reconstructed);
    }
    String text = ReconstructionViewModel.format(digit.loss());
    loss.setText(text);
    String sentence = "Test digit " + index + ClassText.suffix(digit.label()) + ", loss " + text;
    tooltip.setText(sentence);
    setAccessibleText(sentence);
  }
}
