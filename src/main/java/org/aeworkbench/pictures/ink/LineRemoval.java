package org.aeworkbench.pictures.ink;

import java.util.Arrays;
import java.util.List;

/**
 * Takes ruled and squared paper's lines out of a mask, and frames along the edge. A line is
 * followed from column to column, and what is no thicker than it is erased, as staff lines are in
 * the reading of scores (Dalitz and others 2008): a stroke that crosses the line is thicker there
 * and stays.
 */
final class LineRemoval {
  private static final int SMALLEST = 60;
  private static final int REACH = 3;

  private final boolean[] mask;
  private final int width;
  private final int height;

  private LineRemoval(boolean[] mask, int width, int height) {
    this.mask = mask;
    this.width = width;
    this.height = height;
  }

  /**
   * The mask without lines, and how many were erased.
   *
   * @param mask the same array if there were none
   */
  record Result(boolean[] mask, int lines) {}

  /** Erases level and upright lines. */
  static Result from(boolean[] mask, int width, int height) {
    if (Math.max(width, height) < SMALLEST) {
      return new Result(mask, 0);
    }
    boolean[] turned = turned(mask, width, height);
    List<RuledLines.Line> level = RuledLines.of(mask, width, height);
    List<RuledLines.Line> upright = RuledLines.of(turned, height, width);
    int count = level.size() + upright.size();
    if (count == 0) {
      return new Result(mask, 0);
    }
    boolean[] without = without(mask, width, height, level, upright);
    if (count == 1 && touchesEdge(without, width, height)) {
      // The bar of a 7 that fills its picture also goes from edge to edge.
      return new Result(mask, 0);
    }
    return new Result(without, count);
  }

  /** Erases lines that were found; the upright ones in the mask with rows for columns. */
  static boolean[] without(
      boolean[] mask,
      int width,
      int height,
      List<RuledLines.Line> level,
      List<RuledLines.Line> upright) {
    boolean[] without = new LineRemoval(mask, width, height).without(level);
    boolean[] other = new LineRemoval(turned(mask, width, height), height, width).without(upright);
    boolean[] back = turned(other, height, width);
    for (int i = 0; i < without.length; i++) {
      without[i] &= back[i];
    }
    return without;
  }

  private static boolean touchesEdge(boolean[] mask, int width, int height) {
    int set = 0;
    for (int x = 0; x < width; x++) {
      set += (mask[x] ? 1 : 0) + (mask[(height - 1) * width + x] ? 1 : 0);
    }
    for (int y = 0; y < height; y++) {
      set += (mask[y * width] ? 1 : 0) + (mask[y * width + width - 1] ? 1 : 0);
    }
    return set > 2;
  }

  static boolean[] turned(boolean[] mask, int width, int height) {
    boolean[] turned = new boolean[mask.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        turned[x * height + y] = mask[y * width + x];
      }
    }
    return turned;
  }

  private boolean[] without(List<RuledLines.Line> lines) {
    boolean[] without = mask.clone();
    int[] tops = new int[width];
    int[] bottoms = new int[width];
    for (RuledLines.Line line : lines) {
      int most = thickness(line, tops, bottoms);
      follow(line, most, tops, bottoms);
      for (int x = 0; x < width; x++) {
        if (bottoms[x] - tops[x] <= most) {
          for (int y = tops[x]; y < bottoms[x]; y++) {
            without[y * width + x] = false;
          }
        }
      }
    }
    return without;
  }

  /** How thick the line may be: somewhat more than it is where no stroke goes over it. */
  private int thickness(RuledLines.Line line, int[] tops, int[] bottoms) {
    int[] sizes = new int[width];
    int count = 0;
    for (int x = 0; x < width; x++) {
      int row = line.row(x);
      if (find(x, row, tops, bottoms)) {
        sizes[count++] = bottoms[x] - tops[x];
      }
    }
    Arrays.sort(sizes, 0, count);
    int thickness = sizes[count * 3 / 10];
    return Math.max(thickness + 1, thickness * 3 / 2);
  }

  /** Where the line is in each column; it may bend a little. */
  private void follow(RuledLines.Line line, int most, int[] tops, int[] bottoms) {
    double drift = 0;
    double furthest = Math.max(2, 0.004 * width);
    for (int x = 0; x < width; x++) {
      int row = line.row(x);
      boolean found =
          find(x, (int) Math.round(row + drift), tops, bottoms) && bottoms[x] - tops[x] <= most
              || find(x, row, tops, bottoms);
      if (found && bottoms[x] - tops[x] <= most) {
        drift += 0.1 * ((tops[x] + bottoms[x] - 1) / 2.0 - row - drift);
        drift = Math.clamp(drift, -furthest, furthest);
      }
    }
  }

  /** What is set next to a row, from top to bottom; nothing if that is far. */
  private boolean find(int x, int row, int[] tops, int[] bottoms) {
    int at = nearest(x, row);
    tops[x] = Math.max(0, at);
    bottoms[x] = tops[x];
    if (at < 0) {
      return false;
    }
    while (tops[x] > 0 && mask[(tops[x] - 1) * width + x]) {
      tops[x]--;
    }
    while (bottoms[x] < height && mask[bottoms[x] * width + x]) {
      bottoms[x]++;
    }
    return true;
  }

  private int nearest(int x, int row) {
    for (int away = 0; away <= REACH; away++) {
      if (isSet(x, row - away)) {
        return row - away;
      }
      if (isSet(x, row + away)) {
        return row + away;
      }
    }
    return -1;
  }

  private boolean isSet(int x, int y) {
    return y >= 0 && y < height && mask[y * width + x];
  }
}
