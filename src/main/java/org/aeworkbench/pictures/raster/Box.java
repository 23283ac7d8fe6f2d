package org.aeworkbench.pictures.raster;

/**
 * A rectangle of pixels.
 *
 * @param left first column
 * @param top first row
 * @param right column behind the last
 * @param bottom row behind the last
 */
public record Box(int left, int top, int right, int bottom) {
  /** All of an image. */
  public static Box of(int width, int height) {
    return new Box(0, 0, width, height);
  }

  public int width() {
    return right - left;
  }

  public int height() {
    return bottom - top;
  }

  /** The longer side. */
  public int longer() {
    return Math.max(width(), height());
  }

  /** The smallest box that holds both. */
  public Box union(Box other) {
    return new Box(
        Math.min(left, other.left),
        Math.min(top, other.top),
        Math.max(right, other.right),
        Math.max(bottom, other.bottom));
  }

  /** Larger by so many pixels on each side, as far as the image goes. */
  public Box grown(int margin, int width, int height) {
    return new Box(
        Math.max(0, left - margin),
        Math.max(0, top - margin),
        Math.min(width, right + margin),
        Math.min(height, bottom + margin));
  }

  /** The same place in an image that is so many times as large, as far as that goes. */
  public Box times(int factor, int width, int height) {
    return new Box(
        Math.min(left * factor, width - 1),
        Math.min(top * factor, height - 1),
        Math.min(right * factor, width),
        Math.min(bottom * factor, height));
  }

  /** The same rectangle, seen from elsewhere. */
  public Box moved(int dx, int dy) {
    return new Box(left + dx, top + dy, right + dx, bottom + dy);
  }

  /** How many columns both have; negative: how many lie between them. */
  public int overlapX(Box other) {
    return Math.min(right, other.right) - Math.max(left, other.left);
  }

  /** How many rows both have; negative: how many lie between them. */
  public int overlapY(Box other) {
    return Math.min(bottom, other.bottom) - Math.max(top, other.top);
  }

  /** How many columns or rows lie between the two, whichever are more; 0 if they overlap. */
  public int gap(Box other) {
    return Math.max(0, Math.max(-overlapX(other), -overlapY(other)));
  }

  /** True if it reaches the first or last row or column of an image. */
  public boolean touchesEdge(int width, int height) {
    return left == 0 || top == 0 || right == width || bottom == height;
  }

  /** True if the other one lies within. */
  public boolean holds(Box other) {
    return left <= other.left && top <= other.top && right >= other.right && bottom >= other.bottom;
  }
}
