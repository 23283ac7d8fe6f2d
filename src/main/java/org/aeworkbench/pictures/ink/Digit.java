package org.aeworkbench.pictures.ink;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aeworkbench.pictures.raster.Box;

/**
 * A digit that was found.
 *
 * @param box that holds its ink
 * @param pieces labels of the pieces it is made of
 */
public record Digit(Box box, Set<Integer> pieces) {
  /** Copies the set. */
  public Digit {
    pieces = Set.copyOf(pieces);
  }

  /** Both as one. */
  public Digit with(Digit other) {
    Set<Integer> all = new HashSet<>(pieces);
    all.addAll(other.pieces);
    return new Digit(box.union(other.box), all);
  }

  /** All as one; empty if there are none. */
  public static Optional<Digit> together(List<Digit> digits) {
    Set<Integer> all = new HashSet<>();
    digits.forEach(digit -> all.addAll(digit.pieces));
    return digits.stream().map(Digit::box).reduce(Box::union).map(box -> new Digit(box, all));
  }
}
