package org.aeworkbench.pictures.ink;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds lines that run through a picture from side to side, nearly level: the projection profile at
 * the angle at which it is sharpest (Postl 1986), of the middles of what is thin from top to
 * bottom.
 */
final class RuledLines {
  /** Rows a column: six degrees. */
  private static final double STEEPEST = 0.1;

  /** The share of the width that a line has to cover. */
  private static final double COVERED = 0.6;

  /** The share of the width in which it has to show by itself, without a stroke over it. */
  private static final double ALONE = 0.3;

  /** The share of its length in which there has to be something. */
  private static final double UNBROKEN = 0.85;

  /** How thick a line may be, as a share of the width. */
  private static final double THICKEST = 0.02;

  /** The same in a corner, where a line is short. */
  private static final double ALONE_IN_CORNER = 0.6;

  private static final int SHORTEST = 3;

  private static final double END = 0.03;

  private final boolean[] mask;
  private final int width;
  private final int height;
  private final int[] xs;
  private final int[] ys;
  private final int shift;
  private final int thickest;

  /**
   * A straight line.
   *
   * @param start row at column 0
   * @param slope rows a column
   * @param first column in which it shows
   * @param last column in which it shows
   */
  record Line(double start, double slope, int first, int last) {
    int row(int x) {
      return (int) Math.round(start + slope * x);
    }

    /** The first column in which it is in the picture. */
    private int from(int width, int height) {
      int x = 0;
      while (x < width && (row(x) < 0 || row(x) >= height)) {
        x++;
      }
      return x;
    }

    /** The last column in which it is in the picture. */
    private int to(int width, int height) {
      int x = width - 1;
      while (x >= 0 && (row(x) < 0 || row(x) >= height)) {
        x--;
      }
      return x;
    }

    private boolean isFromEdgeToEdge(int width, int height) {
      return first <= from(width, height) + END * width
          && last >= to(width, height) - END * width - 1;
    }
  }

  private RuledLines(boolean[] mask, int width, int height, double thickest) {
    this.mask = mask;
    this.thickest = Math.max(2, (int) Math.round(thickest * width));
    this.width = width;
    this.height = height;
    shift = (int) Math.ceil(STEEPEST * width) + 2;
    int[] middles = middles(mask, width, height, this.thickest);
    xs = IntStream.of(middles).map(at -> at % width).toArray();
    ys = IntStream.of(middles).map(at -> at / width).toArray();
  }

  /**
   * Lines from edge to edge, and those that begin and end together, as the sides of a box do. A
   * digit's bar does neither.
   */
  static List<Line> of(boolean[] mask, int width, int height) {
    return of(mask, width, height, THICKEST);
  }

  /**
   * The same with lines of another thickness.
   *
   * @param thickest as a share of the width
   */
  static List<Line> of(boolean[] mask, int width, int height, double thickest) {
    List<Line> all = new RuledLines(mask, width, height, thickest).lines();
    return all.stream()
        .filter(
            line ->
                line.isFromEdgeToEdge(width, height)
                    || all.stream()
                        .anyMatch(other -> other != line && together(line, other, width)))
        .toList();
  }

  private static boolean together(Line a, Line b, int width) {
    return Math.abs(a.first() - b.first()) <= END * width
        && Math.abs(a.last() - b.last()) <= END * width;
  }

  private static int[] middles(boolean[] mask, int width, int height, int thickest) {
    int[] starts = new int[width];
    IntStream.Builder middles = IntStream.builder();
    for (int y = 0; y <= height; y++) {
      for (int x = 0; x < width; x++) {
        boolean set = y < height && mask[y * width + x];
        if (set && starts[x] == 0) {
          starts[x] = y + 1;
        } else if (!set && starts[x] > 0) {
          if (y + 1 - starts[x] <= thickest) {
            middles.add((starts[x] + y - 2) / 2 * width + x);
          }
          starts[x] = 0;
        }
      }
    }
    return middles.build().toArray();
  }

  private List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    if (xs.length < ALONE * width) {
      return lines;
    }
    double slope = sharpest();
    int[] whole = profile(slope);
    int[] profile = whole.clone();
    int apart = Math.max(4, thickest);
    while (true) {
      int best = 1;
      for (int i = 1; i < profile.length - 1; i++) {
        best = sum(profile, i) > sum(profile, best) ? i : best;
      }
      if (sum(profile, best) < ALONE * width) {
        return lines.size() < 2 ? lines : withCorners(lines, whole, slope);
      }
      Line line = measured(best - shift, slope);
      int length = line.last() - line.first();
      if (length >= COVERED * width && covered(line) >= UNBROKEN * length) {
        lines.add(line);
      }
      for (int i = Math.max(0, best - apart);
          i <= Math.min(profile.length - 1, best + apart);
          i++) {
        profile[i] = 0;
      }
    }
  }

  /** Of many tilted lines some leave the picture at its top or bottom, and are as short as that. */
  private List<Line> withCorners(List<Line> lines, int[] profile, double slope) {
    List<Line> all = new ArrayList<>(lines);
    for (int at = 1; slope != 0 && at < profile.length - 1; at++) {
      Line whole = new Line(at - shift, slope, 0, 0);
      int from = whole.from(width, height);
      int span = whole.to(width, height) - from + 1;
      int sum = sum(profile, at);
      if (span >= SHORTEST && span < width && sum >= ALONE_IN_CORNER * span) {
        all.add(new Line(at - shift, slope, from, from + span - 1));
      }
    }
    return all;
  }

  private static int sum(int[] profile, int at) {
    return profile[at - 1] + profile[at] + profile[at + 1];
  }

  private double sharpest() {
    double best = 0;
    double bestScore = -1;
    int most = (int) (STEEPEST * width / 2);
    for (int i = 0; i <= 2 * most; i++) {
      // From level outwards, so that level wins where all are alike.
      int steps = i % 2 == 0 ? i / 2 : -(i + 1) / 2;
      double slope = 2.0 * steps / width;
      double score = 0;
      for (int count : profile(slope)) {
        score += (double) count * count;
      }
      if (score > bestScore) {
        bestScore = score;
        best = slope;
      }
    }
    return best;
  }

  private int[] profile(double slope) {
    int[] profile = new int[height + 2 * shift];
    int[] drop = new int[width];
    for (int x = 0; x < width; x++) {
      drop[x] = shift - (int) Math.round(slope * x);
    }
    for (int i = 0; i < xs.length; i++) {
      profile[ys[i] + drop[xs[i]]]++;
    }
    return profile;
  }

  private Line measured(int start, double slope) {
    int first = width;
    int last = -1;
    for (int i = 0; i < xs.length; i++) {
      if (Math.abs(ys[i] - Math.round(start + slope * xs[i])) <= 1) {
        first = Math.min(first, xs[i]);
        last = Math.max(last, xs[i]);
      }
    }
    return new Line(start, slope, first, last);
  }

  /** In how many columns of the line there is something, a stroke or the line itself. */
  private int covered(Line line) {
    int covered = 0;
    for (int x = line.first(); x < line.last(); x++) {
      int row = line.row(x);
      boolean set = false;
      for (int y = Math.max(0, row - 2); y <= Math.min(height - 1, row + 2); y++) {
        set |= mask[y * width + x];
      }
      covered += set ? 1 : 0;
    }
    return covered;
  }
}
