package org.aeworkbench.pictures.raster;

import java.util.ArrayList;
import java.util.List;

/**
 * The connected pieces of a mask.
 *
 * @param width of the mask
 * @param height of the mask
 * @param labels which piece a pixel belongs to, counted from 0; −1 where the mask is not set
 * @param list of all pieces, at their labels
 */
public record Pieces(int width, int height, int[] labels, List<Piece> list) {
  /**
   * Pixels that hang together.
   *
   * @param label what its pixels have in {@link Pieces#labels}
   * @param box that holds them
   * @param area how many there are
   */
  public record Piece(int label, Box box, int area) {
    /** True if it reaches the mask's first or last row or column. */
    public boolean touchesEdge(int width, int height) {
      return box.touchesEdge(width, height);
    }
  }

  /** Which neighbours hang together. */
  @FunctionalInterface
  public interface Link {
    /** True if two pixels next to each other, given by their indices, belong together. */
    boolean joins(int a, int b);
  }

  /** Pieces of pixels that are set and touch, at corners too. */
  public static Pieces of(boolean[] mask, int width, int height) {
    return label(mask, width, height, true, (a, b) -> mask[b]);
  }

  /** Pieces of pixels that are linked to one of their four neighbours; each pixel is in one. */
  public static Pieces linked(int width, int height, Link link) {
    boolean[] all = new boolean[width * height];
    java.util.Arrays.fill(all, true);
    return label(all, width, height, false, link);
  }

  /** Pieces of pixels that are set and touch at their sides. */
  public static Pieces bySides(boolean[] mask, int width, int height) {
    return label(mask, width, height, false, (a, b) -> mask[b]);
  }

  private static Pieces label(boolean[] mask, int width, int height, boolean corners, Link link) {
    int[] labels = new int[mask.length];
    java.util.Arrays.fill(labels, -1);
    int[] queue = new int[mask.length];
    List<Piece> list = new ArrayList<>();
    int steps = corners ? 8 : 4;
    for (int start = 0; start < mask.length; start++) {
      if (!mask[start] || labels[start] >= 0) {
        continue;
      }
      int label = list.size();
      labels[start] = label;
      queue[0] = start;
      int count = 1;
      int left = width;
      int right = 0;
      int bottom = 0;
      for (int head = 0; head < count; head++) {
        int at = queue[head];
        int x = at % width;
        int y = at / width;
        left = Math.min(left, x);
        right = Math.max(right, x + 1);
        bottom = Math.max(bottom, y + 1);
        for (int step = 0; step < steps; step++) {
          int newX = x + STEP_X[step];
          int newY = y + STEP_Y[step];
          if (newX < 0 || newY < 0 || newX >= width || newY >= height) {
            continue;
          }
          int next = newY * width + newX;
          if (labels[next] < 0 && link.joins(at, next)) {
            labels[next] = label;
            queue[count++] = next;
          }
        }
      }
      list.add(new Piece(label, new Box(left, start / width, right, bottom), count));
    }
    return new Pieces(width, height, labels, list);
  }

  private static final int[] STEP_X = {1, -1, 0, 0, 1, 1, -1, -1};
  private static final int[] STEP_Y = {0, 0, 1, -1, 1, -1, 1, -1};

  /** The pixels of a piece within its box. */
  public boolean[] mask(Piece piece) {
    Box box = piece.box();
    boolean[] mask = new boolean[box.width() * box.height()];
    for (int y = 0; y < box.height(); y++) {
      for (int x = 0; x < box.width(); x++) {
        mask[y * box.width() + x] =
            labels[(box.top() + y) * width + box.left() + x] == piece.label();
      }
    }
    return mask;
  }
}
