package org.aeworkbench.ui.pictures;

import java.awt.image.BufferedImage;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import org.aeworkbench.ui.common.Images;
import org.jspecify.annotations.Nullable;

/** A picture of any shape in the middle of a square. */
final class PictureTile extends StackPane {
  private final ImageView view = new ImageView();
  private @Nullable BufferedImage shown;

  /**
   * @param size edge in pixels on screen; larger pictures are made to fit
   */
  PictureTile(double size) {
    getStyleClass().add("picture-tile");
    view.setPreserveRatio(true);
    getChildren().add(view);
    setSize(size);
  }

  /** Changes the edge length. */
  void setSize(double size) {
    setMinSize(size, size);
    setPrefSize(size, size);
    setMaxSize(size, size);
    view.setFitWidth(size);
    view.setFitHeight(size);
  }

  /** Shows a picture, or nothing. */
  void show(@Nullable BufferedImage picture) {
    // Sixty times a second the same one: making it anew would cost more than the comparison.
    if (picture != shown) {
      shown = picture;
      view.setImage(picture == null ? null : Images.shown(picture));
    }
  }
}
