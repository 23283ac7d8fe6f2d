package org.aeworkbench.pictures.ink;

import java.util.ArrayList;
import java.util.List;
import org.aeworkbench.pictures.raster.Box;
import org.aeworkbench.pictures.raster.Distances;
import org.aeworkbench.pictures.raster.Outline;
import org.aeworkbench.pictures.raster.Pieces;

/**
 * Tells digits from what else is on a sheet by the shape of connected pieces: specks are small,
 * frames lie on a rectangle and hold something, strips and a neighbour's strokes reach over the
 * edge, blots are thick all over.
 */
final class InkCleaning {
  /** Pieces in pictures smaller than this are not judged by their shape. */
  private static final int TINY = 64;

  /** What is called the edge, as a share of the side. */
  private static final double MARGIN = 0.015;

  /** What lies on the edge and is smaller than that share of the picture is no digit. */
  private static final double CRUMB = 0.03;

  private final Pieces pieces;
  private final int width;
  private final int height;

  private InkCleaning(Pieces pieces) {
    this.pieces = pieces;
    width = pieces.width();
    height = pieces.height();
  }

  /** The pieces that may be digits or parts of digits. */
  static List<Pieces.Piece> digitPieces(Pieces pieces) {
    return new InkCleaning(pieces).clean();
  }

  private List<Pieces.Piece> clean() {
    int longer = Math.max(width, height);
    // A digit of 4 mm on a page of 297 mm is 1.3 % of it.
    double smallest = longer < TINY ? 1 : Math.max(3, 0.009 * longer);
    List<Pieces.Piece> left =
        new ArrayList<>(
            pieces.list().stream().filter(piece -> piece.box().longer() >= smallest).toList());
    if (longer >= TINY) {
      left.removeIf(this::isStrip);
      List<Pieces.Piece> all = List.copyOf(left);
      left.removeIf(piece -> isFrame(piece, all));
      left.removeIf(this::isBlot);
      left.removeIf(this::isCrumb);
      removeCutOff(left);
    }
    return withoutSpecks(left);
  }

  /** Runs along an edge: a scanner's lid, the desk beside the sheet. */
  private boolean isStrip(Pieces.Piece piece) {
    Box box = piece.box();
    return isAlong(box.top(), box.height(), box.width(), height, width)
        || isAlong(box.left(), box.width(), box.height(), width, height);
  }

  /**
   * Of a box that begins so far from an edge, deep and long as given, in a picture of that size.
   */
  private static boolean isAlong(int start, int depth, int length, int across, int along) {
    int margin = (int) (MARGIN * across);
    boolean atEdge = start <= margin || start + depth >= across - margin;
    return atEdge && length > 0.8 * along && depth < 0.25 * across && depth < 0.5 * length;
  }

  private boolean isFrame(Pieces.Piece piece, List<Pieces.Piece> all) {
    Box box = piece.box();
    if (box.longer() < 0.15 * Math.max(width, height)
        || piece.area() > 0.35 * box.width() * box.height()) {
      return false;
    }
    boolean[] mask = pieces.mask(piece);
    Outline outline = Outline.of(mask, box.width(), box.height());
    double thickness = thickness(mask, box.width(), box.height());
    double ring = piece.area() / Math.max(1, thickness * outline.perimeter());
    if (outline.rectangularity() < 0.86
        || ring < 0.6
        || ring > 1.4
        || thickness > 0.07 * outline.shorter()
        || !hugs(mask, box, thickness)) {
      return false;
    }
    boolean holds =
        all.stream()
            .anyMatch(
                other ->
                    other != piece
                        && box.holds(other.box())
                        && other.box().longer() > 0.12 * box.longer());
    boolean around = box.width() > 0.75 * width && box.height() > 0.75 * height;
    return holds || around && outline.rectangularity() > 0.92;
  }

  /** True if it lies along the outline of its own hull and nothing of it within. */
  private static boolean hugs(boolean[] mask, Box box, double thickness) {
    int width = box.width();
    int height = box.height();
    boolean[] outside = new boolean[(width + 2) * (height + 2)];
    boolean[] free = new boolean[outside.length];
    for (int y = 0; y < height + 2; y++) {
      for (int x = 0; x < width + 2; x++) {
        boolean inner = x > 0 && y > 0 && x <= width && y <= height;
        free[y * (width + 2) + x] = !inner || !mask[(y - 1) * width + x - 1];
      }
    }
    Pieces regions = Pieces.bySides(free, width + 2, height + 2);
    int around = regions.labels()[0];
    for (int i = 0; i < outside.length; i++) {
      outside[i] = regions.labels()[i] == around;
    }
    float[] depth = Distances.toSet(outside, width + 2, height + 2);
    int far = 0;
    int area = 0;
    for (int i = 0; i < outside.length; i++) {
      if (!free[i]) {
        area++;
        far += depth[i] > 2.5 * thickness + 2 ? 1 : 0;
      }
    }
    return far < 0.05 * area;
  }

  /** As thick as it is long: a blot, a thumb, the corner of a desk. */
  private boolean isBlot(Pieces.Piece piece) {
    Box box = piece.box();
    return box.longer() >= 5
        && piece.area() > 0.4 * box.width() * box.height()
        && thickness(pieces.mask(piece), box.width(), box.height()) > 0.52 * box.longer();
  }

  /** What a frame or a strip left in a corner. */
  private boolean isCrumb(Pieces.Piece piece) {
    return piece.touchesEdge(width, height)
        && piece.box().longer() < CRUMB * Math.max(width, height);
  }

  /** Four times the mean distance to the outside: the width, if it is a long stroke. */
  static double thickness(boolean[] mask, int width, int height) {
    boolean[] padded = new boolean[(width + 2) * (height + 2)];
    for (int y = 0; y < height; y++) {
      System.arraycopy(mask, y * width, padded, (y + 1) * (width + 2) + 1, width);
    }
    float[] depth = Distances.toUnset(padded, width + 2, height + 2);
    double sum = 0;
    int area = 0;
    for (int i = 0; i < padded.length; i++) {
      if (padded[i]) {
        sum += depth[i] - 0.5;
        area++;
      }
    }
    return area == 0 ? 0 : 4 * sum / area;
  }

  /** Takes out what reaches over the edge, if something of that size lies wholly within. */
  private void removeCutOff(List<Pieces.Piece> left) {
    int within = 0;
    int cut = 0;
    for (Pieces.Piece piece : left) {
      if (piece.touchesEdge(width, height)) {
        cut = Math.max(cut, piece.box().longer());
      } else {
        within = Math.max(within, piece.box().longer());
      }
    }
    if (within > 0.4 * cut) {
      left.removeIf(piece -> piece.touchesEdge(width, height));
    } else {
      int longest = cut;
      left.removeIf(
          piece -> piece.touchesEdge(width, height) && piece.box().longer() < 0.5 * longest);
    }
  }

  /** True if what is left is but the largest of many specks. */
  static boolean isDirt(Pieces pieces, List<Pieces.Piece> left) {
    int longer = Math.max(pieces.width(), pieces.height());
    int others = pieces.list().size() - left.size();
    if (longer < TINY || others < Math.max(10, 4 * left.size())) {
      return false;
    }
    int[] sizes = pieces.list().stream().mapToInt(piece -> piece.box().longer()).sorted().toArray();
    int speck = sizes[(int) (0.9 * (others - 1))];
    int largest = left.stream().mapToInt(piece -> piece.box().longer()).max().orElse(0);
    return largest < 0.03 * longer && largest < 3 * speck;
  }

  /** Without what is tiny beside the largest piece. */
  static List<Pieces.Piece> withoutSpecks(List<Pieces.Piece> pieces) {
    int longest = 0;
    int largest = 0;
    for (Pieces.Piece piece : pieces) {
      longest = Math.max(longest, piece.box().longer());
      largest = Math.max(largest, piece.area());
    }
    double size = 0.12 * longest;
    double area = 0.012 * largest;
    return pieces.stream()
        .filter(piece -> piece.box().longer() >= size || piece.area() >= area)
        .toList();
  }
}
