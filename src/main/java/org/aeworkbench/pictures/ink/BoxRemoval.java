package org.aeworkbench.pictures.ink;

import java.util.List;
import org.aeworkbench.pictures.raster.Box;
import org.aeworkbench.pictures.raster.Pieces;

/**
 * Takes the boxes of forms out of a mask, however small they are and whether a digit touches them:
 * what has a thin line along each of its four sides is a box. Within it, lines are erased as those
 * of ruled paper.
 */
final class BoxRemoval {
  /** Pieces shorter than that share of the picture are no boxes that matter. */
  private static final double SHORTEST = 0.06;

  private static final int SMALLEST = 24;

  /** How far from its side a line may run, as a share of the box. */
  private static final double ALONG = 0.12;

  /** How thick it may be. A 0 of a pocket calculator is thicker. */
  private static final double THICKEST = 0.045;

  /** What is left of it is no longer than that share of it. */
  private static final double LEFT = 0.07;

  private static final double FULLEST = 0.4;

  private BoxRemoval() {}

  /** The mask without boxes; the same array if there are none. */
  static boolean[] from(boolean[] mask, int width, int height) {
    Pieces pieces = Pieces.of(mask, width, height);
    boolean[] without = mask;
    for (Pieces.Piece piece : pieces.list()) {
      if (isLarge(piece, width, height)) {
        boolean[] own = pieces.mask(piece);
        boolean[] rest = withoutBox(own, piece.box().width(), piece.box().height());
        if (rest != own) {
          without = without == mask ? mask.clone() : without;
          erase(without, width, piece.box(), own, rest);
        }
      }
    }
    return without;
  }

  private static boolean isLarge(Pieces.Piece piece, int width, int height) {
    Box box = piece.box();
    int shorter = Math.min(box.width(), box.height());
    // What fills the picture is ruled or squared paper.
    boolean all = box.width() > 0.97 * width && box.height() > 0.97 * height;
    return shorter >= Math.max(SMALLEST, SHORTEST * Math.max(width, height))
        && piece.area() < FULLEST * box.width() * box.height()
        && !all;
  }

  private static boolean[] withoutBox(boolean[] mask, int width, int height) {
    List<RuledLines.Line> level = RuledLines.of(mask, width, height, THICKEST);
    if (!isOnBothSides(level, width, height)) {
      return mask;
    }
    boolean[] turned = LineRemoval.turned(mask, width, height);
    List<RuledLines.Line> upright = RuledLines.of(turned, height, width, THICKEST);
    return isOnBothSides(upright, height, width)
        ? withoutCorners(LineRemoval.without(mask, width, height, level, upright), width, height)
        : mask;
  }

  /** Where two lines meet both are too thick to be erased. */
  private static boolean[] withoutCorners(boolean[] mask, int width, int height) {
    Pieces rest = Pieces.of(mask, width, height);
    double largest = Math.max(4, LEFT * Math.max(width, height));
    for (int i = 0; i < mask.length; i++) {
      mask[i] = mask[i] && rest.list().get(rest.labels()[i]).box().longer() > largest;
    }
    return mask;
  }

  private static boolean isOnBothSides(List<RuledLines.Line> lines, int width, int height) {
    return lines.stream().anyMatch(line -> line.row(width / 2) <= ALONG * height)
        && lines.stream().anyMatch(line -> line.row(width / 2) >= (1 - ALONG) * height - 1);
  }

  private static void erase(boolean[] mask, int width, Box box, boolean[] own, boolean[] rest) {
    for (int i = 0; i < own.length; i++) {
      if (own[i] && !rest[i]) {
        mask[(box.top() + i / box.width()) * width + box.left() + i % box.width()] = false;
      }
    }
  }
}
