package org.aeworkbench.ui.latent;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.aeworkbench.ui.common.DigitImage;
import org.jspecify.annotations.Nullable;

/** A walk through code space as a row of images; a click goes to one of them. */
final class TraversalStrip extends VBox {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  private final LatentViewModel viewModel;
  private final Label title = new Label();
  private final List<Stop> stops = new ArrayList<>();

  /** One image of the walk. */
  private static final class Stop extends VBox {
    private final DigitImage image = new DigitImage(56);
    private final Label value = new Label();

    Stop(Runnable onClick) {
      super(2);
      getStyleClass().add("traversal-stop");
      setAlignment(Pos.CENTER);
      value.getStyleClass().addAll("text-muted", "text-small");
      getChildren().addAll(image, value);
      setOnMouseClicked(event -> onClick.run());
    }
  }

  TraversalStrip(LatentViewModel viewModel) {
    super(4);
    this.viewModel = viewModel;
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
    getChildren().addAll(title, row);
    viewModel.traversalProperty().subscribe(this::show);
    viewModel.decodedProperty().subscribe(decoded -> mark());
  }

  void setLarge(boolean large) {
    stops.forEach(stop -> stop.image.setSize(large ? 84 : 56));
  }

  private void goTo(int position) {
    Traversal walk = viewModel.traversalProperty().get();
    if (walk == null) {
      return;
    }
    float value = walk.values()[position];
    if (viewModel.editor().chosen().start() instanceof CodeStart.Between(int from, int to, double s)
        && walk.dimension() == Traversal.BETWEEN_DIGITS) {
      viewModel.starts().walk(from, to, value);
    } else if (walk.dimension() != Traversal.BETWEEN_DIGITS) {
      viewModel.editor().turn(walk.dimension(), value);
    }
    viewModel.editor().endGesture();
  }

  private void show(@Nullable Traversal walk) {
    setVisible(walk != null);
    if (walk == null) {
      return;
    }
    boolean between = walk.dimension() == Traversal.BETWEEN_DIGITS;
    title.setText(
        between
            ? "The way from one digit to the other"
            : viewModel.dimensionsProperty().get().get(walk.dimension()).name()
                + " from its lowest to its highest value, all others as they are");
    for (int i = 0; i < stops.size(); i++) {
      stops.get(i).image.show(walk.images()[i]);
      stops.get(i).value.setText(text(walk.values()[i], between));
      stops
          .get(i)
          .image
          .setAccessibleText(
              "Decoded with " + stops.get(i).value.getText() + ", " + title.getText());
    }
    mark();
  }

  /** Shows which stop is nearest to the code as it is. */
  private void mark() {
    Traversal walk = viewModel.traversalProperty().get();
    if (walk == null) {
      return;
    }
    CodeStart start = viewModel.editor().chosen().start();
    double now =
        walk.dimension() != Traversal.BETWEEN_DIGITS
            ? viewModel.value(walk.dimension())
            : start instanceof CodeStart.Between between ? between.share() : 0;
    float[] values = walk.values();
    int nearest = 0;
    for (int i = 1; i < values.length; i++) {
      if (Math.abs(values[i] - now) < Math.abs(values[nearest] - now)) {
        nearest = i;
      }
    }
    for (int i = 0; i < stops.size(); i++) {
      stops.get(i).pseudoClassStateChanged(SELECTED, i == nearest);
    }
  }

  private static String text(float value, boolean between) {
    return between
        ? String.format(Locale.ROOT, "%.0f %%", value * 100)
        : String.format(Locale.ROOT, "%.2f", value);
  }
}
