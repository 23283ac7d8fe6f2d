package org.aeworkbench.pictures.ink;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aeworkbench.pictures.raster.Box;
import org.aeworkbench.pictures.raster.Distances;
import org.aeworkbench.pictures.raster.GreyImage;
import org.aeworkbench.pictures.raster.Pieces;

/**
 * The ink of digits in a picture.
 *
 * @param level of paper and noise
 * @param faint what is above the noise, lines and what is no digit left out
 * @param pieces of strong ink that hang together
 * @param digits in reading order; empty if there is no ink
 */
public record InkFinder(InkLevel level, boolean[] faint, Pieces pieces, List<Digit> digits) {
  /** Weaker than that share of the ink's level is not ink but what a line or a shadow left. */
  private static final float WEAK = 0.4f;

  /**
   * The same for a stroke of a pixel or less, which is half as strong where two pixels share it.
   */
  private static final float WEAK_FINE = 0.2f;

  /** The same at most, where what a shadow left may be darker. */
  private static final float WEAK_SHADED = 0.6f;

  /** A thinner stroke is fine, in pixels. */
  private static final double FINE = 2.5;

  /** How far soft edges reach, as a share of a digit's longer side: one of MNIST's pixels. */
  private static final double SOFT = 0.06;

  /** How far they reach in any case, in pixels. */
  private static final double SOFT_PIXELS = 2;

  /**
   * Looks for digits.
   *
   * @param ink light ink on dark paper, evenly lit
   * @param paper level of the paper
   * @param lit the same before the light was evened; the same object if it was even
   */
  public static InkFinder find(GreyImage ink, float paper, GreyImage lit) {
    GreyImage seen = ink;
    InkLevel level = InkLevel.of(seen, paper);
    for (int round = 0; round < 2 && level.isNoisy(); round++) {
      seen = seen.smoothed();
      level = InkLevel.of(seen, paper);
    }
    boolean[] mask = BoxRemoval.from(above(seen, paper + level.floor()), ink.width(), ink.height());
    LineRemoval.Result lines = LineRemoval.from(mask, ink.width(), ink.height());
    Pieces pieces = Pieces.of(lines.mask(), ink.width(), ink.height());
    List<Pieces.Piece> left = InkCleaning.digitPieces(pieces);
    if (left.isEmpty() && lines.lines() == 1) {
      pieces = Pieces.of(mask, ink.width(), ink.height());
      left = InkCleaning.digitPieces(pieces);
    }
    left = new Shade(seen, paper, pieces, lit == ink ? seen : lit).without(left);
    if (left.isEmpty()) {
      return new InkFinder(level, new boolean[mask.length], pieces, List.of());
    }
    if (InkCleaning.isDirt(pieces, left)) {
      return new InkFinder(level, new boolean[mask.length], pieces, List.of());
    }
    boolean[] faint = only(pieces, left);
    pieces = strong(seen, paper, level, pieces, left, lit != ink);
    left = InkCleaning.digitPieces(pieces);
    return new InkFinder(level, faint, pieces, DigitSplitter.split(pieces, left));
  }

  private static Pieces strong(
      GreyImage seen,
      float paper,
      InkLevel level,
      Pieces pieces,
      List<Pieces.Piece> of,
      boolean shaded) {
    float strength = strength(seen, pieces, of) - paper;
    boolean[] strong = only(pieces, of);
    boolean fine = InkCleaning.thickness(strong, pieces.width(), pieces.height()) < FINE;
    float weak = fine ? WEAK_FINE : WEAK;
    if (shaded && !fine) {
      weak =
          Math.clamp((Otsu.threshold(values(seen, strong)) - paper) / strength, WEAK, WEAK_SHADED);
    }
    float threshold = paper + Math.max(level.floor(), weak * strength);
    for (int i = 0; i < strong.length; i++) {
      strong[i] &= seen.values()[i] > threshold;
    }
    return Pieces.of(strong, pieces.width(), pieces.height());
  }

  private static boolean[] above(GreyImage image, float level) {
    boolean[] mask = new boolean[image.values().length];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = image.values()[i] > level;
    }
    return mask;
  }

  private static boolean[] only(Pieces pieces, List<Pieces.Piece> some) {
    boolean[] wanted = new boolean[pieces.list().size()];
    some.forEach(piece -> wanted[piece.label()] = true);
    boolean[] mask = new boolean[pieces.labels().length];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = pieces.labels()[i] >= 0 && wanted[pieces.labels()[i]];
    }
    return mask;
  }

  /** The 98th percentile of the ink: a shadow around it may be much larger. */
  private static float strength(GreyImage image, Pieces pieces, List<Pieces.Piece> of) {
    float[] values = values(image, only(pieces, of));
    Arrays.sort(values);
    return values[Math.min(values.length - 1, values.length * 49 / 50)];
  }

  private static float[] values(GreyImage image, boolean[] mask) {
    float[] values = new float[mask.length];
    int count = 0;
    for (int i = 0; i < mask.length; i++) {
      if (mask[i]) {
        values[count++] = image.values()[i];
      }
    }
    return Arrays.copyOf(values, count);
  }

  /**
   * The same digit in a picture of more detail.
   *
   * @param ink part of the picture in which the digit was found, larger
   * @param where the digit was found, with its surroundings
   */
  public static InkFinder again(GreyImage ink, float paper, boolean[] where) {
    InkLevel level = InkLevel.of(ink, paper);
    boolean[] mask = above(ink, paper + level.floor());
    boolean[] clear = LineRemoval.from(mask, ink.width(), ink.height()).mask();
    boolean[] inside = new boolean[mask.length];
    for (int i = 0; i < inside.length; i++) {
      inside[i] = clear[i] && where[i];
    }
    Pieces pieces = Pieces.of(inside, ink.width(), ink.height());
    if (pieces.list().isEmpty()) {
      return new InkFinder(level, new boolean[mask.length], pieces, List.of());
    }
    boolean[] faint = only(pieces, pieces.list());
    pieces = strong(ink, paper, level, pieces, pieces.list(), false);
    List<Pieces.Piece> left = InkCleaning.withoutSpecks(pieces.list());
    Optional<Digit> all =
        Digit.together(
            left.stream().map(piece -> new Digit(piece.box(), Set.of(piece.label()))).toList());
    return new InkFinder(level, faint, pieces, all.stream().toList());
  }

  /** The pixels of a digit and of the soft edges around it, within a part of the picture. */
  public boolean[] maskOf(Digit digit, Box region) {
    boolean[] mask = new boolean[region.width() * region.height()];
    for (int y = 0; y < region.height(); y++) {
      int row = (region.top() + y) * pieces.width() + region.left();
      for (int x = 0; x < region.width(); x++) {
        int label = pieces.labels()[row + x];
        mask[y * region.width() + x] = label >= 0 && digit.pieces().contains(label);
      }
    }
    float[] away = Distances.toSet(mask, region.width(), region.height());
    double reach = SOFT * digit.box().longer();
    for (int y = 0; y < region.height(); y++) {
      int row = (region.top() + y) * pieces.width() + region.left();
      for (int x = 0; x < region.width(); x++) {
        float distance = away[y * region.width() + x];
        mask[y * region.width() + x] =
            distance <= SOFT_PIXELS || distance <= reach && faint[row + x];
      }
    }
    return mask;
  }

  /** The same with everything that is nearer than so many pixels. */
  public static boolean[] grown(boolean[] mask, Box region, double reach) {
    float[] away = Distances.toSet(mask, region.width(), region.height());
    boolean[] grown = new boolean[mask.length];
    for (int i = 0; i < mask.length; i++) {
      grown[i] = away[i] <= reach;
    }
    return grown;
  }
}
