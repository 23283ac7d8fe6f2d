package org.aeworkbench.ui.latent;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.aeworkbench.ui.common.ClassText;
import org.aeworkbench.ui.common.DigitImage;
import org.jspecify.annotations.Nullable;

/** The decoded image large, and below it the digit that it started from. */
final class DecodedPane extends VBox {
  private static final int SIDE = 28;
  private static final int SMALLEST = 6;
  private static final int LARGEST = 16;
  private static final int LARGEST_IN_SMALL_WINDOW = 9;
  private static final double PADDING = 16;
  private static final double GAP = 8;
  // Two lines below the image, one below the tiles, with what is around them.
  private static final double TEXTS = 82;

  private final DigitImage image = new DigitImage(SIDE * 8);
  private final Label title = new Label();
  private final Label loss = new Label();
  private final Tile first = new Tile("latent-original");
  private final Tile second = new Tile("latent-reconstruction");
  private final Tile third = new Tile("latent-error");
  private final HBox tiles = new HBox(GAP, first, second, third);

  /** A small image with what it is. */
  private static final class Tile extends VBox {
    private final DigitImage image = new DigitImage(SIDE * 3);
    private final Label caption = new Label();

    Tile(String id) {
      super(4);
      image.setId(id);
      caption.getStyleClass().addAll("text-muted", "tile-caption");
      // A word that is a little wider than the tile may use the gap beside it.
      caption.setMinWidth(USE_PREF_SIZE);
      getChildren().addAll(image, caption);
    }

    void clear() {
      setVisible(false);
    }

    void show(String text, float[] pixels) {
      setVisible(true);
      caption.setText(text);
      image.show(pixels);
      image.setAccessibleText(text);
    }

    void showError(String text, float[] original, float[] decoded) {
      setVisible(true);
      caption.setText(text);
      image.showError(original, decoded);
      image.setAccessibleText(text);
    }

    void setSize(double size) {
      image.setSize(size);
      setMinWidth(size);
      setPrefWidth(size);
      setMaxWidth(size);
    }
  }

  DecodedPane(LatentViewModel viewModel) {
    super(GAP);
    getStyleClass().add("latent-decoded-pane");
    image.setId("latent-decoded");
    image.setAccessibleText("The decoded image");
    title.getStyleClass().add("detail-title");
    loss.setId("latent-loss");
    loss.getStyleClass().addAll("text-muted", "text-small");
    loss.setMinWidth(0);
    title.setMinWidth(0);
    VBox texts = new VBox(title, loss);
    texts.setAlignment(Pos.TOP_LEFT);
    getChildren().addAll(image, texts, tiles);
    viewModel.decodedProperty().subscribe(this::show);
  }

  /**
   * Makes the images as large as they fit.
   *
   * @param height that there is for the pane
   */
  void fit(double height, boolean large) {
    int scale = large ? LARGEST : LARGEST_IN_SMALL_WINDOW;
    while (scale > SMALLEST && SIDE * scale + tileSize(SIDE * scale) + TEXTS > height) {
      scale--;
    }
    double size = (double) SIDE * scale;
    image.setSize(size);
    setMinWidth(size + 2 * PADDING);
    setPrefWidth(size + 2 * PADDING);
    setMaxWidth(size + 2 * PADDING);
    for (Tile each : new Tile[] {first, second, third}) {
      each.setSize(tileSize(size));
    }
  }

  /** Three of them are as wide as the image. */
  private static double tileSize(double imageSize) {
    return Math.floor((imageSize - 2 * GAP) / 3);
  }

  private void show(@Nullable Decoded decoded) {
    if (decoded == null) {
      image.clear();
      title.setText("");
      loss.setText("");
      first.clear();
      second.clear();
      third.clear();
      return;
    }
    image.show(decoded.image());
    switch (decoded.digits().size()) {
      case 1 -> showDigit(decoded, decoded.digits().getFirst());
      case 2 -> showEnds(decoded);
      default -> {
        boolean mean = decoded.chosen().start() instanceof CodeStart.Mean;
        title.setText(mean ? "From the mean code" : "From a random code");
        loss.setText("No digit to compare with");
        first.clear();
        second.clear();
        third.clear();
      }
    }
  }

  private void showDigit(Decoded decoded, Decoded.StartDigit digit) {
    title.setText("From test digit " + digit.index() + ClassText.suffix(digit.label()));
    double now = decoded.lossAgainst(digit.original());
    loss.setText("Loss " + format(now) + " (reconstruction " + format(digit.loss()) + ")");
    first.show("original", digit.original());
    second.show("reconstruction", digit.reconstruction());
    third.showError("error", digit.original(), decoded.image());
  }

  private void showEnds(Decoded decoded) {
    Decoded.StartDigit from = decoded.digits().get(0);
    Decoded.StartDigit to = decoded.digits().get(1);
    title.setText(
        "Between "
            + ClassText.of(from.label(), "#" + from.index())
            + " and "
            + ClassText.of(to.label(), "#" + to.index()));
    loss.setText(
        "Loss against the two "
            + format(decoded.lossAgainst(from.original()))
            + ", "
            + format(decoded.lossAgainst(to.original())));
    first.show("from #" + from.index(), from.original());
    second.show("to #" + to.index(), to.original());
    third.clear();
  }

  private static String format(double loss) {
    return String.format(Locale.ROOT, "%.4f", loss);
  }
}
