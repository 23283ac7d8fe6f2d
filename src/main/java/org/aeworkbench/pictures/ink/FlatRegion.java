package org.aeworkbench.pictures.ink;

import org.aeworkbench.pictures.raster.Box;
import org.aeworkbench.pictures.raster.Distances;
import org.aeworkbench.pictures.raster.Outline;
import org.aeworkbench.pictures.raster.Pieces;

/**
 * A region of a picture in which colours change but slowly, with all that it encloses.
 *
 * @param piece the region itself
 * @param filled the region and its holes, over the whole picture
 * @param area of the filled region in pixels
 * @param solidity share of its convex hull that it fills
 * @param outline of the filled region
 * @param content pixels that it encloses without being like it, its rim left out
 * @param atEdge true if it reaches the picture's edge
 */
record FlatRegion(
    Pieces.Piece piece,
    boolean[] filled,
    int area,
    double solidity,
    Outline outline,
    int content,
    boolean atEdge) {
  /** The rim, as a share of the shorter side. */
  private static final double RIM = 0.04;

  /**
   * @param regions of the whole picture
   * @param marked pixels that stand out from their surroundings
   */
  static FlatRegion of(Pieces regions, Pieces.Piece piece, boolean[] marked) {
    int width = regions.width();
    int height = regions.height();
    boolean[] outside = new boolean[width * height];
    for (int i = 0; i < outside.length; i++) {
      outside[i] = regions.labels()[i] != piece.label();
    }
    Pieces holes = Pieces.bySides(outside, width, height);
    boolean[] filled = new boolean[outside.length];
    int area = 0;
    for (int i = 0; i < filled.length; i++) {
      int hole = holes.labels()[i];
      filled[i] = hole < 0 || !holes.list().get(hole).touchesEdge(width, height);
      area += filled[i] ? 1 : 0;
    }
    Outline outline = Outline.of(filled, width, height);
    float[] depth = Distances.toUnset(filled, width, height);
    double rim = Math.max(2, RIM * outline.shorter());
    int content = 0;
    for (int i = 0; i < filled.length; i++) {
      if (depth[i] > rim && (outside[i] || marked[i])) {
        content++;
      }
    }
    return new FlatRegion(
        piece,
        filled,
        area,
        area / Math.max(1, outline.hullArea()),
        outline,
        content,
        piece.touchesEdge(width, height));
  }

  /** True if it is much longer than wide. */
  boolean isBar() {
    return outline.longer() > 3 * outline.shorter();
  }

  Box box() {
    return piece.box();
  }
}
