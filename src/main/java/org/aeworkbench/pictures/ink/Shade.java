package org.aeworkbench.pictures.ink;

import java.util.Arrays;
import java.util.List;
import org.aeworkbench.pictures.raster.Box;
import org.aeworkbench.pictures.raster.Distances;
import org.aeworkbench.pictures.raster.GreyImage;
import org.aeworkbench.pictures.raster.Pieces;

/**
 * Tells the shadow of a hand or of the desk's edge from ink: a shadow takes less than half of the
 * light, and either its edge is blurred (the penumbra) or it is broad and comes in over the
 * picture's edge.
 */
final class Shade {
  private static final double DARKEST = 0.5;

  /** How wide a penumbra is at least, in pixels and as a share of the picture. */
  private static final double BLURRED_PIXELS = 5;

  private static final double BLURRED = 0.012;

  /** How broad it is at least, as a share of the picture. */
  private static final double BROAD = 0.15;

  /** What is called around a piece, in pixels. */
  private static final int RIM = 12;

  private final GreyImage ink;
  private final float paper;
  private final Pieces pieces;
  private final GreyImage lit;

  /**
   * @param ink light ink on dark paper
   * @param lit the same before the light was evened; the same object if it was even: then a blurred
   *     edge is no shadow's
   */
  Shade(GreyImage ink, float paper, Pieces pieces, GreyImage lit) {
    this.ink = ink;
    this.paper = paper;
    this.pieces = pieces;
    this.lit = lit;
  }

  /** What is no shadow. */
  List<Pieces.Piece> without(List<Pieces.Piece> some) {
    return some.stream().filter(piece -> !isShade(piece)).toList();
  }

  private boolean isShade(Pieces.Piece piece) {
    float[] levels = new float[piece.area()];
    float[] slopes = new float[piece.area()];
    Box box = piece.box();
    int count = 0;
    for (int y = box.top(); y < box.bottom(); y++) {
      for (int x = box.left(); x < box.right(); x++) {
        if (pieces.labels()[y * ink.width() + x] == piece.label()) {
          levels[count] = at(x, y) - paper;
          slopes[count++] =
              Math.max(Math.abs(at(x + 1, y) - at(x - 1, y)), Math.abs(at(x, y + 1) - at(x, y - 1)))
                  / 2;
        }
      }
    }
    Arrays.sort(levels);
    float strength = levels[(int) (0.9 * (count - 1))];
    if (strength >= DARKEST) {
      return false;
    }
    Arrays.sort(slopes);
    double edge = strength / Math.max(1e-6, slopes[(int) (0.95 * (count - 1))]);
    return lit != ink
            && edge > Math.max(BLURRED_PIXELS, BLURRED * ink.longer())
            && comesOverTheEdge(piece)
        || piece.touchesEdge(ink.width(), ink.height())
            && InkCleaning.thickness(pieces.mask(piece), box.width(), box.height())
                > BROAD * ink.longer();
  }

  /** True if it goes on, as dark, to the edge of the picture as it was. */
  private boolean comesOverTheEdge(Pieces.Piece piece) {
    float ground = Math.max(median(lit.values().clone()), around(piece));
    float[] own = new float[piece.area()];
    int count = 0;
    for (int i = 0; i < lit.values().length; i++) {
      if (pieces.labels()[i] == piece.label()) {
        own[count++] = lit.values()[i];
      }
    }
    float level = (ground + median(own)) / 2;
    boolean[] dark = new boolean[lit.values().length];
    for (int i = 0; i < dark.length; i++) {
      dark[i] = pieces.labels()[i] == piece.label() || lit.values()[i] > level;
    }
    Pieces regions = Pieces.of(dark, lit.width(), lit.height());
    for (int i = 0; i < dark.length; i++) {
      if (pieces.labels()[i] == piece.label()) {
        return regions.list().get(regions.labels()[i]).touchesEdge(lit.width(), lit.height());
      }
    }
    return false;
  }

  /** The brightest quarter of the paper around it: for ink in a shadow, that is the shadow. */
  private float around(Pieces.Piece piece) {
    Box box = piece.box().grown(RIM, lit.width(), lit.height());
    boolean[] mask = new boolean[box.width() * box.height()];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = pieces.labels()[at(box, i)] == piece.label();
    }
    float[] away = Distances.toSet(mask, box.width(), box.height());
    float[] rim = new float[mask.length];
    int count = 0;
    for (int i = 0; i < mask.length; i++) {
      if (away[i] > RIM / 2.0 && away[i] <= RIM && pieces.labels()[at(box, i)] < 0) {
        rim[count++] = lit.values()[at(box, i)];
      }
    }
    Arrays.sort(rim, 0, count);
    return count == 0 ? 0 : rim[count / 4];
  }

  private int at(Box box, int i) {
    return (box.top() + i / box.width()) * lit.width() + box.left() + i % box.width();
  }

  private static float median(float[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }

  private float at(int x, int y) {
    return ink.values()[
        Math.clamp(y, 0, ink.height() - 1) * ink.width() + Math.clamp(x, 0, ink.width() - 1)];
  }
}
