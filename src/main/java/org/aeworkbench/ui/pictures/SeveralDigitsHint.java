package org.aeworkbench.ui.pictures;

import static org.aeworkbench.ui.common.Described.described;
import static org.aeworkbench.ui.common.Described.icon;

import atlantafx.base.theme.Styles;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Says that a picture holds several digits, and takes each as its own on wish. */
final class SeveralDigitsHint extends HBox {
  private final PicturesViewModel viewModel;
  private final Label text = new Label();
  private final Button all =
      described(
          new Button(),
          "Take each digit of all pictures",
          "Puts every digit in the place of the picture that holds it, for all pictures (Ctrl+Z"
              + " undoes).");

  SeveralDigitsHint(PicturesViewModel viewModel) {
    super(8);
    this.viewModel = viewModel;
    text.setId("several-digits");
    text.setMinWidth(0);
    Button each =
        described(
            new Button("Take each digit", icon(Feather.SCISSORS)),
            "Take each digit",
            "Puts every digit in the picture's place, as a picture of its own (Ctrl+Z undoes).");
    each.setId("take-each-digit");
    each.setOnAction(event -> viewModel.takeEachDigit());
    all.setId("take-each-digit-of-all");
    all.setOnAction(event -> viewModel.takeEachDigitOfAll());
    all.managedProperty().bind(all.visibleProperty());
    for (Button button : new Button[] {each, all}) {
      button.getStyleClass().add(Styles.SMALL);
      button.setMinWidth(USE_PREF_SIZE);
    }
    setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(text, each, all);
    managedProperty().bind(visibleProperty());
  }

  void show(@Nullable PictureEntry picture) {
    setVisible(picture != null && picture.holdsSeveral());
    if (picture != null) {
      text.setText(String.format(Locale.ROOT, "Seems to hold %d digits.", picture.seen().digits()));
      int pictures = viewModel.severalProperty().get();
      all.setVisible(pictures > 1);
      all.setText(String.format(Locale.ROOT, "Of all %d", pictures));
    }
  }
}
