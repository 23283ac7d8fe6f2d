package org.aeworkbench.pictures.ink;

import org.aeworkbench.pictures.raster.Box;
import org.aeworkbench.pictures.raster.ColourImage;
import org.jspecify.annotations.Nullable;

/**
 * Where in a picture the paper is.
 *
 * @param box that holds it, in the picture's pixels
 * @param square the mask's pixels are squares of so many of the picture's
 * @param width of the mask
 * @param off colours for what within the box is no paper, at the mask's pixels; 0 where it is
 *     paper; null if all of the box is paper
 */
record Paper(Box box, int square, int width, int @Nullable [] off) {
  static Paper whole(ColourImage picture) {
    return new Paper(Box.of(picture.width(), picture.height()), 1, picture.width(), null);
  }

  boolean isAllOf(ColourImage picture) {
    return off == null && box.width() == picture.width() && box.height() == picture.height();
  }

  /** Nothing but the paper; what was beside it has its colour. */
  ColourImage cut(ColourImage picture) {
    ColourImage part = picture.part(box);
    if (off == null) {
      return part;
    }
    int[] argb = part.argb();
    int rows = off.length / width;
    for (int y = 0; y < part.height(); y++) {
      int row = Math.min(rows - 1, (y + box.top()) / square) * width;
      for (int x = 0; x < part.width(); x++) {
        int colour = off[row + Math.min(width - 1, (x + box.left()) / square)];
        if (colour != 0) {
          argb[y * part.width() + x] = colour;
        }
      }
    }
    return part;
  }
}
