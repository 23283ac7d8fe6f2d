package org.aeworkbench.pictures.raster;

import java.awt.image.BufferedImage;

/**
 * A grey image; immutable, all operations make a new one.
 *
 * @param width at least 1
 * @param height at least 1
 * @param values row-major in 0…1, not to be written to
 */
public record GreyImage(int width, int height, float[] values) {
  /** The same size, other values. */
  public GreyImage with(float[] others) {
    return new GreyImage(width, height, others);
  }

  /** 1 − value. */
  public GreyImage inverted() {
    float[] inverted = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      inverted[i] = 1 - values[i];
    }
    return with(inverted);
  }

  /** The longer side. */
  public int longer() {
    return Math.max(width, height);
  }

  /** The mean over squares, so that no side is longer than given. */
  public GreyImage within(int side) {
    int square = ColourImage.square(width, height, side);
    if (square == 1) {
      return this;
    }
    int newWidth = Math.max(1, width / square);
    int newHeight = Math.max(1, height / square);
    float[] means = new float[newWidth * newHeight];
    for (int y = 0; y < newHeight; y++) {
      int bottom = Math.min(height, (y + 1) * square);
      for (int x = 0; x < newWidth; x++) {
        int right = Math.min(width, (x + 1) * square);
        float sum = 0;
        for (int j = y * square; j < bottom; j++) {
          for (int i = x * square; i < right; i++) {
            sum += values[j * width + i];
          }
        }
        means[y * newWidth + x] = sum / ((bottom - y * square) * (right - x * square));
      }
    }
    return new GreyImage(newWidth, newHeight, means);
  }

  /** Weights 1 2 1 along rows and columns. */
  public GreyImage smoothed() {
    float[] rows = smoothedRows(values, width, height);
    float[] turned = Resampling.transposed(rows, width, height);
    float[] both = smoothedRows(turned, height, width);
    return with(Resampling.transposed(both, height, width));
  }

  private static float[] smoothedRows(float[] values, int width, int height) {
    float[] smooth = new float[values.length];
    for (int y = 0; y < height; y++) {
      int row = y * width;
      for (int x = 0; x < width; x++) {
        float before = values[row + Math.max(0, x - 1)];
        float behind = values[row + Math.min(width - 1, x + 1)];
        smooth[row + x] = (before + 2 * values[row + x] + behind) / 4;
      }
    }
    return smooth;
  }

  /** A rectangle of it. */
  public GreyImage part(Box box) {
    if (box.width() == width && box.height() == height) {
      return this;
    }
    float[] part = new float[box.width() * box.height()];
    for (int y = 0; y < box.height(); y++) {
      System.arraycopy(
          values, (box.top() + y) * width + box.left(), part, y * box.width(), box.width());
    }
    return new GreyImage(box.width(), box.height(), part);
  }

  /** The smallest box that holds all that is brighter; the whole image if nothing is. */
  public Box contentBox(float level) {
    int left = width;
    int right = -1;
    int top = height;
    int bottom = -1;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        if (values[y * width + x] > level) {
          left = Math.min(left, x);
          right = Math.max(right, x);
          top = Math.min(top, y);
          bottom = y;
        }
      }
    }
    return right < 0 ? Box.of(width, height) : new Box(left, top, right + 1, bottom + 1);
  }

  /**
   * The box of the content, its soft edges cut where they have half the level that they rise to.
   *
   * @param level of what is content
   * @param soft how many pixels an edge may be wide, as a share of the longer side
   */
  public Box sharpBox(float level, double soft) {
    Box box = contentBox(level);
    float[] columns = new float[width];
    float[] rows = new float[height];
    for (int y = box.top(); y < box.bottom(); y++) {
      for (int x = box.left(); x < box.right(); x++) {
        float value = values[y * width + x];
        columns[x] = Math.max(columns[x], value);
        rows[y] = Math.max(rows[y], value);
      }
    }
    int reach = (int) (soft * box.longer());
    return new Box(
        rise(columns, box.left(), 1, reach),
        rise(rows, box.top(), 1, reach),
        rise(columns, box.right() - 1, -1, reach) + 1,
        rise(rows, box.bottom() - 1, -1, reach) + 1);
  }

  private static int rise(float[] profile, int start, int step, int reach) {
    float most = profile[start];
    for (int i = 1; i < reach; i++) {
      int at = start + i * step;
      if (at >= 0 && at < profile.length) {
        most = Math.max(most, profile[at]);
      }
    }
    int at = start;
    while (profile[at] < most / 2) {
      at += step;
    }
    return at;
  }

  /** The same with one value wherever a mask is not set. */
  public GreyImage masked(boolean[] mask, float other) {
    float[] masked = new float[values.length];
    for (int i = 0; i < masked.length; i++) {
      masked[i] = mask[i] ? values[i] : other;
    }
    return with(masked);
  }

  /** Of the same shape, the longer side as given. */
  public GreyImage scaledInto(int side) {
    int newWidth = Math.max(1, Math.round((float) width * side / longer()));
    int newHeight = Math.max(1, Math.round((float) height * side / longer()));
    return scaled(newWidth, newHeight);
  }

  /** Of another size: the mean over what a pixel covers, or linear where it gets larger. */
  public GreyImage scaled(int newWidth, int newHeight) {
    float[] narrow = Resampling.rows(values, width, height, newWidth);
    return new GreyImage(
        newWidth, newHeight, Resampling.columns(narrow, newWidth, height, newHeight));
  }

  /** On a black square, the middle of the box in its middle. */
  public GreyImage centred(int side) {
    return placed(side, (side - width) / 2, (side - height) / 2);
  }

  /** On a black square, as far as it fits. */
  GreyImage placed(int side, int left, int top) {
    return framed(side, side, left, top);
  }

  /** On a black rectangle, as far as it fits. */
  GreyImage framed(int newWidth, int newHeight, int left, int top) {
    float[] framed = new float[newWidth * newHeight];
    for (int y = 0; y < Math.min(height, newHeight - top); y++) {
      System.arraycopy(
          values, y * width, framed, (top + y) * newWidth + left, Math.min(width, newWidth - left));
    }
    return new GreyImage(newWidth, newHeight, framed);
  }

  /** As a picture. */
  public BufferedImage toPicture() {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int[] rgb = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      int grey = Math.round(Math.clamp(values[i], 0f, 1f) * 255);
      rgb[i] = grey << 16 | grey << 8 | grey;
    }
    picture.getRaster().setDataElements(0, 0, width, height, rgb);
    return picture;
  }
}
