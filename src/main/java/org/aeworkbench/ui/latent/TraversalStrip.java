package org.aeworkbench.ui.latent;

import static org.aeworkbench.ui.common.Described.described;
import static org.aeworkbench.ui.common.Described.icon;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.ui.common.PixelImage;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A walk through code space as a row of images; a click goes to one of them. */
final class TraversalStrip extends VBox {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  private static final double LARGE = 84;
  private static final double SMALL = 56;

  private final LatentViewModel viewModel;
  private final TraversalPlayer player;
  private final Label title = new Label();
  private final List<Stop> stops = new ArrayList<>();

  /** One image of the walk. */
  private static final class Stop extends VBox {
    private final PixelImage image = new PixelImage(56);
    private final Label value = new Label();

    Stop(Runnable onClick) {
      super(2);
      getStyleClass().add("traversal-stop");
      setAlignment(Pos.CENTER);
      value.getStyleClass().addAll("text-muted", "text-small");
      getChildren().addAll(image, value);
      setOnMouseClicked(event -> onClick.run());
    }

    void show(ImageShape shape, float[] pixels, String text) {
      image.show(shape, pixels);
      image.setAccessibleText("Decoded with " + text);
      value.setText(text);
    }
  }

  TraversalStrip(LatentViewModel viewModel) {
    super(4);
    this.viewModel = viewModel;
    player = new TraversalPlayer(viewModel);
    getStyleClass().add("traversal-strip");
    setId("latent-traversal");
    title.getStyleClass().add("text-muted");
    title.setId("latent-traversal-title");
    HBox row = new HBox(4);
    for (int i = 0; i < Traversal.STOPS; i++) {
      int position = i;
      Stop stop = new Stop(() -> goTo(position));
      stop.setId("latent-stop-" + i);
      stops.add(stop);
      row.getChildren().add(stop);
    }
    HBox head = new HBox(4, playButton(), title);
    head.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(head, row);
    viewModel.traversalProperty().subscribe(this::show);
    viewModel.decodedProperty().subscribe(decoded -> mark());
  }

  /** Nothing plays on when the window is closed. */
  void stop() {
    player.stop();
  }

  private Button playButton() {
    Button button =
        described(
            new Button(null, icon(Feather.PLAY)),
            "Play the traversal",
            "Walks along these images and back again, until you press it once more.");
    button.setId("latent-play");
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
    button.setOnAction(event -> player.toggle());
    player
        .playingProperty()
        .subscribe(playing -> button.setGraphic(icon(playing ? Feather.PAUSE : Feather.PLAY)));
    return button;
  }

  void setLarge(boolean large) {
    Decoded decoded = viewModel.decodedProperty().get();
    ImageShape shape = decoded == null ? ImageShape.MNIST : decoded.shape();
    double size = PixelImage.small(shape, large ? LARGE : SMALL);
    stops.forEach(stop -> stop.image.setSize(size));
  }

  private void goTo(int position) {
    Traversal walk = viewModel.traversalProperty().get();
    if (walk != null) {
      player.stop();
      viewModel.goTo(walk, walk.values()[position]);
      viewModel.editor().endGesture();
    }
  }

  private void show(@Nullable Traversal walk) {
    setVisible(walk != null);
    if (walk == null) {
      return;
    }
    boolean between = walk.dimension() == Traversal.BETWEEN_IMAGES;
    List<CodeDimension> dimensions = viewModel.dimensionsProperty().get();
    title.setText(
        between
            ? "The way from one " + viewModel.wordsProperty().get().one() + " to the other"
            : dimensions.get(walk.dimension()).name()
                + " from its lowest to its highest value, all others as they are");
    for (int i = 0; i < stops.size(); i++) {
      float value = walk.values()[i];
      stops
          .get(i)
          .show(
              walk.shape(),
              walk.images()[i],
              between
                  ? Math.round(value * 100) + " %"
                  : dimensions.get(walk.dimension()).format(value));
    }
    mark();
  }

  /** Shows which stop is nearest to the code as it is. */
  private void mark() {
    Traversal walk = viewModel.traversalProperty().get();
    if (walk == null) {
      return;
    }
    int nearest = walk.nearestStop(viewModel.position(walk));
    for (int i = 0; i < stops.size(); i++) {
      stops.get(i).pseudoClassStateChanged(SELECTED, i == nearest);
    }
  }
}
