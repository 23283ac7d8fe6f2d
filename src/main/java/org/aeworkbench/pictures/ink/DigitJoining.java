package org.aeworkbench.pictures.ink;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.IntStream;
import org.aeworkbench.pictures.raster.Box;
import org.aeworkbench.pictures.raster.Pieces;
import org.jspecify.annotations.Nullable;

/**
 * Joins pieces to digits, always the nearest two. Pairs wait in a queue, and only those that are
 * near enough: a checkerboard has thousands of pieces, of which most are far from each other.
 */
final class DigitJoining {
  /** Two digits that may be one; void as soon as one of them has become another. */
  private record Pair(double distance, int first, int second, Digit a, Digit b) {}

  private static final Comparator<Pair> NEAREST =
      Comparator.comparingDouble(Pair::distance)
          .thenComparingInt(Pair::first)
          .thenComparingInt(Pair::second);

  private final @Nullable Digit[] digits;
  private final PriorityQueue<Pair> queue = new PriorityQueue<>(NEAREST);

  DigitJoining(List<Pieces.Piece> pieces) {
    digits =
        pieces.stream()
            .map(piece -> new Digit(piece.box(), Set.of(piece.label())))
            .toArray(Digit[]::new);
  }

  /** In the order of their first pieces. */
  List<Digit> joined() {
    queueAll();
    while (!queue.isEmpty()) {
      Pair pair = queue.remove();
      if (digits[pair.first] == pair.a && digits[pair.second] == pair.b) {
        digits[pair.first] = pair.a.with(pair.b);
        digits[pair.second] = null;
        for (int other = 0; other < digits.length; other++) {
          queue(pair.first, other);
        }
      }
    }
    return new ArrayList<>(Arrays.stream(digits).filter(Objects::nonNull).toList());
  }

  private void queueAll() {
    int[] byLeft =
        IntStream.range(0, digits.length)
            .boxed()
            .sorted(Comparator.comparingInt(i -> box(i).left()))
            .mapToInt(i -> i)
            .toArray();
    int longest = IntStream.of(byLeft).map(i -> box(i).longer()).max().orElse(0);
    for (int i = 0; i < byLeft.length; i++) {
      Box box = box(byLeft[i]);
      double reach = box.left() + box.width() + DigitSplitter.BROKEN * longest + 1;
      for (int j = i + 1; j < byLeft.length && box(byLeft[j]).left() <= reach; j++) {
        queue(byLeft[i], byLeft[j]);
      }
    }
  }

  private Box box(int i) {
    return Objects.requireNonNull(digits[i]).box();
  }

  private void queue(int one, int other) {
    int first = Math.min(one, other);
    int second = Math.max(one, other);
    Digit a = digits[first];
    Digit b = digits[second];
    if (one != other && a != null && b != null) {
      double distance = DigitSplitter.distance(a.box(), b.box());
      if (distance < Double.MAX_VALUE) {
        queue.add(new Pair(distance, first, second, a, b));
      }
    }
  }
}
