package org.aeworkbench.pictures.ink;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.aeworkbench.pictures.raster.Box;
import org.aeworkbench.pictures.raster.ColourImage;
import org.aeworkbench.pictures.raster.Distances;
import org.aeworkbench.pictures.raster.MedianFilter;
import org.aeworkbench.pictures.raster.Outline;
import org.aeworkbench.pictures.raster.Pieces;

/**
 * Finds the sheet on a desk, the page within a scanner's black margin, the card on a ground of
 * another colour. The picture is made small and its thin strokes are taken out by a median; region
 * growing (Adams and Bischof 1994) then parts it where colours jump and not where light falls off.
 * A sheet is a region that nearly fills a quadrilateral and has something on it.
 */
public final class PaperFinder {
  private static final int SIDE = 256;
  private static final int SMALLEST = 64;
  private static final int NARROWEST = 32;
  private static final int JUMP = 9;
  private static final int MARK = 20;
  private static final int ALIKE = 14;
  private static final double SOLID = 0.9;

  private final ColourImage picture;
  private final ColourImage small;
  private final int square;
  private final Pieces regions;
  private final int[] smooth;
  private final boolean[] marked;

  private PaperFinder(ColourImage picture) {
    this.picture = picture;
    square = ColourImage.square(picture.width(), picture.height(), SIDE);
    small = picture.within(SIDE);
    smooth = smooth(small);
    int[] colours = smooth;
    regions =
        Pieces.linked(
            small.width(), small.height(), (a, b) -> apart(colours[a], colours[b]) < JUMP);
    marked = new boolean[smooth.length];
    for (int i = 0; i < marked.length; i++) {
      marked[i] = apart(small.argb()[i], smooth[i]) > MARK;
    }
  }

  /** Nothing but the paper: cut to its box, what was beside it in its colour. */
  public static Sheet sheet(ColourImage picture) {
    Sheet sheet = Sheet.whole(picture);
    // A page can lie within a scanner's margin and that on a desk; deeper is no picture of a digit.
    for (int depth = 0; depth < 2; depth++) {
      ColourImage image = sheet.image();
      if (Math.max(image.width(), image.height()) < SMALLEST) {
        return sheet;
      }
      PaperFinder finder = new PaperFinder(image);
      Paper paper = finder.isTooNarrow() ? Paper.whole(image) : finder.find();
      if (paper.isAllOf(image)) {
        return sheet;
      }
      sheet = sheet.cut(paper);
    }
    return sheet;
  }

  private boolean isTooNarrow() {
    return Math.min(small.width(), small.height()) < NARROWEST;
  }

  private Paper find() {
    int all = small.width() * small.height();
    List<FlatRegion> large =
        regions.list().stream()
            .filter(piece -> piece.area() > all / 50)
            .map(piece -> FlatRegion.of(regions, piece, marked))
            .toList();
    Optional<FlatRegion> written =
        large.stream()
            .filter(region -> isWritten(region, large, all))
            .max(Comparator.comparingInt(FlatRegion::area));
    return written
        .or(() -> large.stream().filter(region -> isEmptySheet(region, large, all)).findFirst())
        .map(this::paper)
        .orElseGet(() -> Paper.whole(picture));
  }

  private boolean isWritten(FlatRegion region, List<FlatRegion> large, int all) {
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
          && !hasTwin(region, large);
    }
    return region.area() > 0.03 * all && region.outline().rectangularity() > 0.84;
  }

  /** A bare sheet, if nothing else in the picture could be meant; a bar may be a 1. */
  private boolean isEmptySheet(FlatRegion region, List<FlatRegion> large, int all) {
    return !region.atEdge()
        && region.area() > 0.05 * all
        && region.area() < 0.98 * all
        && region.solidity() > SOLID
        && region.outline().rectangularity() > 0.88
        && region.outline().longer() < 2 * region.outline().shorter()
        && region.piece().area() > 0.95 * region.area()
        && contentBeside(region) < 0.001 * all
        && !hasTwin(region, large);
  }

  private int contentBeside(FlatRegion region) {
    boolean[] filled = region.filled();
    float[] away = Distances.toSet(filled, small.width(), small.height());
    int content = 0;
    for (int i = 0; i < filled.length; i++) {
      content += marked[i] && away[i] > 4 ? 1 : 0;
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
    int width = small.width();
    int height = small.height();
    boolean[] inner = new boolean[smooth.length];
    float[] away = Distances.toSet(region.filled(), width, height);
    long[] around = new long[4];
    for (int i = 0; i < inner.length; i++) {
      inner[i] = region.filled()[i] && regions.labels()[i] != region.piece().label();
      if (away[i] > 3 && away[i] < 10) {
        add(around, smooth[i]);
      }
    }
    int outside = mean(around);
    Pieces holes = Pieces.bySides(inner, width, height);
    return holes.list().stream()
        .filter(hole -> hole.area() > 0.015 * region.area())
        .anyMatch(hole -> apart(middle(holes, hole), outside) < 3 * ALIKE && isConvex(holes, hole));
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
    long[] sums = new long[4];
    for (int i = 0; i < depth.length; i++) {
      if (mask[i] && depth[i] > most / 2) {
        add(
            sums,
            smooth[(hole.box().top() + i / width) * small.width() + hole.box().left() + i % width]);
      }
    }
    return mean(sums);
  }

  private static boolean isConvex(Pieces holes, Pieces.Piece hole) {
    Box box = hole.box();
    Outline outline = Outline.of(holes.mask(hole), box.width(), box.height());
    return hole.area() > 0.8 * outline.hullArea();
  }

  private static void add(long[] sums, int colour) {
    for (int channel = 0; channel < 3; channel++) {
      sums[channel] += colour >> 8 * channel & 0xFF;
    }
    sums[3]++;
  }

  private static int mean(long[] sums) {
    int mean = 0;
    for (int channel = 0; channel < 3; channel++) {
      mean |= (int) (sums[channel] / Math.max(1, sums[3])) << 8 * channel;
    }
    return mean;
  }

  /** True if there is another large region of its colour: then something lies between the two. */
  private boolean hasTwin(FlatRegion region, List<FlatRegion> large) {
    int colour = mean(region.piece());
    return large.stream()
        .anyMatch(
            other ->
                other.piece().label() != region.piece().label()
                    && other.piece().area() > 0.08 * region.area()
                    && !region.box().holds(other.box())
                    && apart(mean(other.piece()), colour) < ALIKE);
  }

  private int mean(Pieces.Piece piece) {
    long[] sums = new long[4];
    for (int i = 0; i < smooth.length; i++) {
      if (regions.labels()[i] == piece.label()) {
        add(sums, smooth[i]);
      }
    }
    return mean(sums);
  }

  private Paper paper(FlatRegion sheet) {
    int width = small.width();
    int height = small.height();
    float[] depth = Distances.toUnset(sheet.filled(), width, height);
    int inset = 2;
    int[] off = new int[depth.length];
    int[] queue = new int[depth.length];
    int count = 0;
    Box box = null;
    for (int i = 0; i < off.length; i++) {
      if (depth[i] > inset) {
        Box pixel = new Box(i % width, i / width, i % width + 1, i / width + 1);
        box = box == null ? pixel : box.union(pixel);
        if (regions.labels()[i] == sheet.piece().label()) {
          off[i] = smooth[i];
          queue[count++] = i;
        }
      }
    }
    if (box == null) {
      return Paper.whole(picture);
    }
    spread(off, queue, count);
    for (int i = 0; i < off.length; i++) {
      off[i] = depth[i] > inset ? 0 : off[i];
    }
    return new Paper(grownToEdge(box), square, width, off);
  }

  /** Gives every pixel the colour of the nearest one that has one, step by step. */
  private void spread(int[] colours, int[] queue, int count) {
    int width = small.width();
    for (int head = 0; head < count; head++) {
      int at = queue[head];
      int[] next = {
        at % width > 0 ? at - 1 : at,
        at % width < width - 1 ? at + 1 : at,
        at >= width ? at - width : at,
        at + width < colours.length ? at + width : at
      };
      for (int to : next) {
        if (colours[to] == 0) {
          colours[to] = colours[at];
          queue[count++] = to;
        }
      }
    }
  }

  private Box grownToEdge(Box box) {
    Box large = box.times(square, picture.width(), picture.height());
    return new Box(
        large.left(),
        large.top(),
        box.right() == small.width() ? picture.width() : large.right(),
        box.bottom() == small.height() ? picture.height() : large.bottom());
  }

  private static int[] smooth(ColourImage image) {
    int radius = Math.max(2, Math.round(0.014f * Math.max(image.width(), image.height())));
    int[] smooth = new int[image.argb().length];
    Arrays.fill(smooth, 0xFF000000);
    if (image.isGrey()) {
      float[] levels = MedianFilter.of(image.channel(0), radius).values();
      for (int i = 0; i < smooth.length; i++) {
        smooth[i] |= Math.round(levels[i] * 255) * 0x010101;
      }
      return smooth;
    }
    for (int shift = 0; shift <= 16; shift += 8) {
      float[] channel = MedianFilter.of(image.channel(shift), radius).values();
      for (int i = 0; i < smooth.length; i++) {
        smooth[i] |= Math.round(channel[i] * 255) << shift;
      }
    }
    return smooth;
  }

  /** The largest difference of a channel. */
  private static int apart(int a, int b) {
    int red = Math.abs((a >> 16 & 0xFF) - (b >> 16 & 0xFF));
    int green = Math.abs((a >> 8 & 0xFF) - (b >> 8 & 0xFF));
    return Math.max(red, Math.max(green, Math.abs((a & 0xFF) - (b & 0xFF))));
  }
}
