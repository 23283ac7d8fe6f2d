package org.aeworkbench.ui.training;

import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.ui.common.Described;
import org.aeworkbench.ui.common.ImageWords;
import org.aeworkbench.ui.common.PixelImage;

/**
 * Ten images in three rows: original, reconstruction, error; fewer where large ones leave no room
 * for ten. A click chooses one.
 */
final class ImageStrip extends GridPane {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final String[] ROWS = {"original", "reconstruction", "error"};
  // Of MNIST one and a half, two and two and a half screen pixels for each of the 28.
  private static final double[] MNIST_SIZES = {42, 56, 70};
  private static final double MOST = 64;
  private static final double GAP = 8;
  // Wide enough for the labels and the margins.
  private static final double LABELS = 136;

  private final ImageStripViewModel viewModel;
  private final PixelImage[][] tiles = new PixelImage[ROWS.length][ImageStripViewModel.COUNT];

  ImageStrip(ImageStripViewModel viewModel) {
    this.viewModel = viewModel;
    getStyleClass().add("image-strip");
    for (int row = 0; row < ROWS.length; row++) {
      Label label = new Label(ROWS[row]);
      int which = row;
      Described.explain(label, () -> help(which));
      label.getStyleClass().add("text-muted");
      label.setMinWidth(Region.USE_PREF_SIZE);
      GridPane.setHalignment(label, HPos.LEFT);
      add(label, 0, row);
      for (int column = 0; column < ImageStripViewModel.COUNT; column++) {
        int index = column;
        PixelImage tile = new PixelImage(MNIST_SIZES[0]);
        tile.managedProperty().bind(tile.visibleProperty());
        tile.addEventHandler(
            MouseEvent.MOUSE_CLICKED, event -> viewModel.selectedImageProperty().set(index));
        tiles[row][column] = tile;
        add(tile, column + 1, row);
      }
    }
    widthProperty().subscribe(() -> fit());
    viewModel.wordsProperty().subscribe(this::speak);
    viewModel.stripProperty().subscribe(() -> show());
    viewModel.errorChannelProperty().subscribe(() -> show());
    viewModel.selectedImageProperty().subscribe(chosen -> select(chosen.intValue()));
  }

  private void speak(ImageWords words) {
    for (int row = 0; row < ROWS.length; row++) {
      for (int column = 0; column < ImageStripViewModel.COUNT; column++) {
        tiles[row][column].setAccessibleText(ROWS[row] + " of test " + words.one() + " " + column);
      }
    }
  }

  private String help(int row) {
    return switch (row) {
      case 0 -> "The first ten images of the test set";
      case 1 -> "What the network makes of them, live";
      default ->
          viewModel.wordsProperty().get().areDigits()
              ? "Blue: ink that the reconstruction lacks. Orange: ink that it adds."
              : "Blue: the reconstruction is too dark. Orange: it is too bright.";
    };
  }

  private void show() {
    ImageStripViewModel.Strip strip = viewModel.stripProperty().get();
    ImageShape shape = strip.shape();
    float[][] reconstructions = strip.reconstructions();
    fit();
    for (int i = 0; i < strip.originals().length; i++) {
      float[] original = strip.originals()[i];
      tiles[0][i].show(shape, original);
      if (reconstructions == null) {
        tiles[1][i].clear();
        tiles[2][i].clear();
      } else {
        tiles[1][i].show(shape, reconstructions[i]);
        tiles[2][i].showError(
            shape, original, reconstructions[i], viewModel.errorChannelProperty().get());
      }
    }
  }

  private void fit() {
    ImageStripViewModel.Strip strip = viewModel.stripProperty().get();
    double size = size(strip.shape());
    // Before there is data the tiles stand empty where the images will be.
    int there =
        strip.originals().length == 0 ? ImageStripViewModel.COUNT : strip.originals().length;
    int room = Math.max(1, (int) ((getWidth() - LABELS) / (size + GAP)));
    boolean all = strip.shape().equals(ImageShape.MNIST);
    for (PixelImage[] row : tiles) {
      for (int i = 0; i < row.length; i++) {
        row[i].setSize(size);
        row[i].setVisible(i < there && (all || i < room));
      }
    }
  }

  private double size(ImageShape shape) {
    if (Math.max(shape.height(), shape.width()) != ImageShape.MNIST.height()) {
      return PixelImage.within(shape, MOST);
    }
    double size = MNIST_SIZES[0];
    for (double candidate : MNIST_SIZES) {
      if (LABELS + ImageStripViewModel.COUNT * (candidate + GAP) <= getWidth()) {
        size = candidate;
      }
    }
    return size;
  }

  private void select(int chosen) {
    for (PixelImage[] row : tiles) {
      for (int i = 0; i < row.length; i++) {
        row[i].pseudoClassStateChanged(SELECTED, i == chosen);
      }
    }
  }
}
