package org.aeworkbench.pictures.ink;

import java.util.List;
import org.aeworkbench.pictures.raster.Box;
import org.aeworkbench.pictures.raster.Distances;
import org.aeworkbench.pictures.raster.Outline;
import org.aeworkbench.pictures.raster.Pieces;

/**
 * Tells a sheet from the other regions of a picture: it nearly fills a quadrilateral, and has
 * something on it or nothing beside it.
 */
final class SheetJudge {
  private static final int ALIKE = 14;
  private static final double SOLID = 0.9;

  private final RegionMap map;
  private final List<FlatRegion> large;

  /**
   * @param large all large regions of the map
   */
  SheetJudge(RegionMap map, List<FlatRegion> large) {
    this.map = map;
    this.large = large;
  }

  /** A sheet with something on it. */
  boolean isWritten(FlatRegion region) {
    int all = map.pixels();
    if (region.area() > 0.98 * all
        || region.solidity() < SOLID
        || region.content() < Math.max(4, region.area() / 4000)
        || region.content() > 0.7 * region.area()
        || region.isBar() && region.content() < 0.02 * region.area()
        || isRing(region)) {
      return false;
    }
    if (region.atEdge()) {
      return region.area() > 0.3 * all
          && region.outline().rectangularity() > 0.82
          && contentBeside(region) < region.content() / 3
          && !hasTwin(region);
    }
    return region.area() > 0.03 * all
        && region.outline().rectangularity() > 0.84
        && !isHole(region);
  }

  /** True if paper of its colour is all around it: the inside of a 0 on ruled or squared paper. */
  private boolean isHole(FlatRegion region) {
    int colour = map.mean(region.piece());
    return region.area() < 0.3 * map.pixels()
        && large.stream()
            .anyMatch(
                other ->
                    other.piece().label() != region.piece().label()
                        && other.piece().area() > region.piece().area()
                        && other.box().holds(region.box())
                        && MeanColour.apart(map.mean(other.piece()), colour) < ALIKE);
  }

  /** A bare sheet, if nothing else in the picture could be meant; a bar may be a 1. */
  boolean isEmptySheet(FlatRegion region) {
    int all = map.pixels();
    return !region.atEdge()
        && region.area() > 0.05 * all
        && region.area() < 0.98 * all
        && region.solidity() > SOLID
        && region.outline().rectangularity() > 0.88
        && region.outline().longer() < 2 * region.outline().shorter()
        && region.piece().area() > 0.95 * region.area()
        && contentBeside(region) < 0.001 * all
        && !hasTwin(region);
  }

  private int contentBeside(FlatRegion region) {
    boolean[] filled = region.filled();
    float[] away = Distances.toSet(filled, map.width(), map.height());
    int content = 0;
    for (int i = 0; i < filled.length; i++) {
      content += map.marked()[i] && away[i] > 4 ? 1 : 0;
    }
    return content;
  }

  /**
   * True if it is the stroke of a 0 and not a sheet: what it encloses is as what is around it, and
   * convex.
   */
  private boolean isRing(FlatRegion region) {
    if (region.outline().rectangularity() > 0.93) {
      return false;
    }
    int width = map.width();
    int height = map.height();
    boolean[] inner = new boolean[map.smooth().length];
    float[] away = Distances.toSet(region.filled(), width, height);
    MeanColour around = new MeanColour();
    for (int i = 0; i < inner.length; i++) {
      inner[i] = region.filled()[i] && map.regions().labels()[i] != region.piece().label();
      if (away[i] > 3 && away[i] < 10) {
        around.add(map.smooth()[i]);
      }
    }
    int outside = around.rgb();
    Pieces holes = Pieces.bySides(inner, width, height);
    return holes.list().stream()
        .filter(hole -> hole.area() > 0.015 * region.area())
        .anyMatch(
            hole ->
                MeanColour.apart(middle(holes, hole), outside) < 3 * ALIKE
                    && isConvex(holes, hole));
  }

  /** The mean colour of the innermost part. */
  private int middle(Pieces holes, Pieces.Piece hole) {
    boolean[] mask = holes.mask(hole);
    int width = hole.box().width();
    float[] depth = Distances.toUnset(mask, width, hole.box().height());
    float most = 0;
    for (float value : depth) {
      most = Math.max(most, value);
    }
    MeanColour mean = new MeanColour();
    for (int i = 0; i < depth.length; i++) {
      if (mask[i] && depth[i] > most / 2) {
        mean.add(
            map.smooth()[
                (hole.box().top() + i / width) * map.width() + hole.box().left() + i % width]);
      }
    }
    return mean.rgb();
  }

  private static boolean isConvex(Pieces holes, Pieces.Piece hole) {
    Box box = hole.box();
    Outline outline = Outline.of(holes.mask(hole), box.width(), box.height());
    return hole.area() > 0.8 * outline.hullArea();
  }

  /** True if there is another large region of its colour: then something lies between the two. */
  private boolean hasTwin(FlatRegion region) {
    int colour = map.mean(region.piece());
    return large.stream()
        .anyMatch(
            other ->
                other.piece().label() != region.piece().label()
                    && other.piece().area() > 0.08 * region.area()
                    && !region.box().holds(other.box())
                    && MeanColour.apart(map.mean(other.piece()), colour) < ALIKE);
  }
}
