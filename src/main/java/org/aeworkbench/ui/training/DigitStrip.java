package org.aeworkbench.ui.training;

import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import org.aeworkbench.ui.common.Described;
import org.aeworkbench.ui.common.DigitImage;

/** Ten digits in three rows: original, reconstruction, error. A click chooses a digit. */
final class DigitStrip extends GridPane {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final String[] ROWS = {"original", "reconstruction", "error"};
  private static final String[] HELP = {
    "The first ten images of the test set",
    "What the network makes of them, live",
    "Blue: ink that the reconstruction lacks. Orange: ink that it adds."
  };
  // One and a half, two and two and a half screen pixels for each of the 28.
  private static final double[] SIZES = {42, 56, 70};
  private static final double GAP = 8;
  // Wide enough for the labels and the margins.
  private static final double LABELS = 136;

  private final DigitImage[][] tiles = new DigitImage[ROWS.length][DigitStripViewModel.COUNT];

  DigitStrip(DigitStripViewModel viewModel) {
    getStyleClass().add("digit-strip");
    for (int row = 0; row < ROWS.length; row++) {
      Label label = new Label(ROWS[row]);
      Described.explain(label, HELP[row]);
      label.getStyleClass().add("text-muted");
      label.setMinWidth(Region.USE_PREF_SIZE);
      GridPane.setHalignment(label, HPos.LEFT);
      add(label, 0, row);
      for (int column = 0; column < DigitStripViewModel.COUNT; column++) {
        int index = column;
        DigitImage tile = new DigitImage(SIZES[0]);
        tile.setAccessibleText(ROWS[row] + " of test digit " + column);
        tile.addEventHandler(
            MouseEvent.MOUSE_CLICKED, event -> viewModel.selectedDigitProperty().set(index));
        tiles[row][column] = tile;
        add(tile, column + 1, row);
      }
    }
    widthProperty().subscribe(width -> fit(width.doubleValue()));
    viewModel.stripProperty().subscribe(this::show);
    viewModel.selectedDigitProperty().subscribe(chosen -> select(chosen.intValue()));
  }

  private void show(DigitStripViewModel.Strip strip) {
    float[][] originals = strip.originals();
    float[][] reconstructions = strip.reconstructions();
    for (int i = 0; i < DigitStripViewModel.COUNT; i++) {
      if (originals == null) {
        tiles[0][i].clear();
      } else {
        tiles[0][i].show(originals[i]);
      }
      if (originals == null || reconstructions == null) {
        tiles[1][i].clear();
        tiles[2][i].clear();
      } else {
        tiles[1][i].show(reconstructions[i]);
        tiles[2][i].showError(originals[i], reconstructions[i]);
      }
    }
  }

  private void fit(double width) {
    double size = SIZES[0];
    for (double candidate : SIZES) {
      if (LABELS + DigitStripViewModel.COUNT * (candidate + GAP) <= width) {
        size = candidate;
      }
    }
    for (DigitImage[] row : tiles) {
      for (DigitImage tile : row) {
        tile.setSize(size);
      }
    }
  }

  private void select(int chosen) {
    for (DigitImage[] row : tiles) {
      for (int i = 0; i < row.length; i++) {
        row[i].pseudoClassStateChanged(SELECTED, i == chosen);
      }
    }
  }
}
