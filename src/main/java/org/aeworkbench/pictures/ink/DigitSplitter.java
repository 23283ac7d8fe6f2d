package org.aeworkbench.pictures.ink;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.aeworkbench.pictures.raster.Box;
import org.aeworkbench.pictures.raster.Pieces;

/**
 * Puts pieces of ink together to digits: the top bar of a 5 and its belly are one, 1 and 0 are two.
 * Agglomerative, the nearest first; distances are measured in the height of a digit.
 */
final class DigitSplitter {
  /** Gap between the parts of a digit, as a share of a digit's height. */
  static final double BROKEN = 0.2;

  /** A piece of less than that share of a digit's height is a part of one. */
  private static final double PART = 0.62;

  /** What is smaller beside the largest digit is no whole one. */
  private static final double REMNANT = 0.4;

  private DigitSplitter() {}

  /**
   * In reading order: rows from top to bottom, within a row from left to right. What is small
   * beside the others and lies at the edge is the end of a neighbour's stroke and no digit.
   *
   * @param all pieces of the whole picture
   * @param some that are ink of digits
   */
  static List<Digit> split(Pieces all, List<Pieces.Piece> some) {
    List<Digit> digits = new DigitJoining(some).joined();
    int largest = digits.stream().mapToInt(digit -> digit.box().longer()).max().orElse(0);
    digits.removeIf(
        digit ->
            digit.box().longer() < REMNANT * largest
                && digit.box().touchesEdge(all.width(), all.height()));
    return inReadingOrder(digits);
  }

  /** Infinite for two digits that are each one by itself. */
  static double distance(Box a, Box b) {
    double size = Math.max(a.longer(), b.longer());
    double gap = a.gap(b) / size;
    boolean within = a.overlapY(b) > 0 && a.overlapX(b) > 0.5 * Math.min(a.width(), b.width());
    if (within) {
      return gap;
    }
    // Next to each other, both tall: two digits, however near.
    boolean beside =
        a.overlapX(b) < 0.3 * Math.min(a.width(), b.width())
            && Math.min(a.height(), b.height()) > PART * Math.max(a.height(), b.height());
    boolean above =
        a.overlapY(b) <= 0 && Math.min(a.height(), b.height()) > PART * size && gap > 0.15;
    return beside || above || gap > BROKEN ? Double.MAX_VALUE : gap;
  }

  private static List<Digit> inReadingOrder(List<Digit> digits) {
    List<Digit> left = new ArrayList<>(digits);
    left.sort(Comparator.comparingInt(digit -> digit.box().top()));
    List<Digit> ordered = new ArrayList<>();
    while (!left.isEmpty()) {
      Digit top = left.getFirst();
      List<Digit> row = new ArrayList<>();
      Box reach = top.box();
      for (Digit digit : List.copyOf(left)) {
        if (digit.box().overlapY(reach) > 0.4 * Math.min(digit.box().height(), reach.height())) {
          row.add(digit);
          left.remove(digit);
        }
      }
      row.sort(Comparator.comparingInt(digit -> digit.box().left()));
      ordered.addAll(row);
    }
    return List.copyOf(ordered);
  }
}
