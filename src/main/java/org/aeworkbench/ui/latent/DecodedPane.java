package org.aeworkbench.ui.latent;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.aeworkbench.analysis.ErrorChannel;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.ui.common.ImageWords;
import org.aeworkbench.ui.common.PixelImage;
import org.jspecify.annotations.Nullable;

/** The decoded image large, and below it the image that it started from. */
final class DecodedPane extends VBox {
  private static final double SMALLEST = 168;
  private static final double LARGEST = 448;
  private static final double LARGEST_IN_SMALL_WINDOW = 256;
  private static final double PADDING = 16;
  private static final double GAP = 8;
  // What the words below a small image need.
  private static final double NARROWEST = 256;
  // Two lines below the image, one below the tiles, with what is around them.
  private static final double TEXTS = 82;

  private final LatentViewModel viewModel;
  private final PixelImage image = new PixelImage(SMALLEST);
  private final Label title = new Label();
  private final Label loss = new Label();
  private final Tile first = new Tile("latent-original");
  private final Tile second = new Tile("latent-reconstruction");
  private final Tile third = new Tile("latent-error");
  private final HBox tiles = new HBox(GAP, first, second, third);

  /** A small image with what it is. */
  private static final class Tile extends VBox {
    private final PixelImage image = new PixelImage(SMALLEST / 2);
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

    void show(String text, ImageShape shape, float[] pixels) {
      setVisible(true);
      caption.setText(text);
      image.show(shape, pixels);
      image.setAccessibleText(text);
    }

    void showError(
        String text, ImageShape shape, float[] original, float[] decoded, ErrorChannel channel) {
      setVisible(true);
      caption.setText(text);
      image.showError(shape, original, decoded, channel);
      image.setAccessibleText(text);
    }

    void setSize(double size, double width) {
      image.setSize(size);
      setMinWidth(width);
      setPrefWidth(width);
      setMaxWidth(width);
    }
  }

  DecodedPane(LatentViewModel viewModel) {
    super(GAP);
    this.viewModel = viewModel;
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
    viewModel.errorChannelProperty().subscribe(() -> show(viewModel.decodedProperty().get()));
  }

  /**
   * Makes the images as large as they fit.
   *
   * @param height that there is for the pane
   */
  void fit(double height, boolean large) {
    Decoded decoded = viewModel.decodedProperty().get();
    ImageShape shape = decoded == null ? ImageShape.MNIST : decoded.shape();
    double step = Math.max(shape.height(), shape.width());
    double size = PixelImage.within(shape, large ? LARGEST : LARGEST_IN_SMALL_WINDOW);
    while (size - step >= PixelImage.within(shape, SMALLEST)
        && size + tileSize(size) + TEXTS > height) {
      size -= step;
    }
    image.setSize(size);
    double width = Math.max(size, NARROWEST);
    setMinWidth(width + 2 * PADDING);
    setPrefWidth(width + 2 * PADDING);
    setMaxWidth(width + 2 * PADDING);
    for (Tile each : new Tile[] {first, second, third}) {
      each.setSize(tileSize(size), tileSize(width));
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
    image.show(decoded.shape(), decoded.image());
    switch (decoded.images().size()) {
      case 1 -> showImage(decoded, decoded.images().getFirst());
      case 2 -> showEnds(decoded);
      default -> {
        boolean mean = decoded.chosen().start() instanceof CodeStart.Mean;
        title.setText(mean ? "From the mean code" : "From a random code");
        loss.setText("No " + words().one() + " to compare with");
        first.clear();
        second.clear();
        third.clear();
      }
    }
  }

  private void showImage(Decoded decoded, Decoded.StartImage start) {
    title.setText(
        "From test "
            + words().one()
            + " "
            + start.index()
            + (start.what().isEmpty() ? "" : ", " + start.what()));
    double now = decoded.lossAgainst(start.original());
    loss.setText("Loss " + format(now) + " (reconstruction " + format(start.loss()) + ")");
    first.show("original", decoded.shape(), start.original());
    second.show("reconstruction", decoded.shape(), start.reconstruction());
    third.showError(
        "error",
        decoded.shape(),
        start.original(),
        decoded.image(),
        viewModel.errorChannelProperty().get());
  }

  private void showEnds(Decoded decoded) {
    Decoded.StartImage from = decoded.images().get(0);
    Decoded.StartImage to = decoded.images().get(1);
    title.setText("Between " + spoken(from) + " and " + spoken(to));
    loss.setText(
        "Loss against the two "
            + format(decoded.lossAgainst(from.original()))
            + ", "
            + format(decoded.lossAgainst(to.original())));
    first.show("from #" + from.index(), decoded.shape(), from.original());
    second.show("to #" + to.index(), decoded.shape(), to.original());
    third.clear();
  }

  private static String spoken(Decoded.StartImage image) {
    return image.what().isEmpty() ? "#" + image.index() : image.what();
  }

  private ImageWords words() {
    return viewModel.wordsProperty().get();
  }

  private static String format(double loss) {
    return String.format(Locale.ROOT, "%.4f", loss);
  }
}
