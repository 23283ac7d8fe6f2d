package org.aeworkbench.pictures;

import java.awt.image.BufferedImage;

/**
 * A grey image; immutable, all operations make a new one.
 *
 * @param width at least 1
 * @param height at least 1
 * @param values row-major in 0…1, not to be written to
 */
record GreyImage(int width, int height, float[] values) {
  /** Fainter pixels do not count as ink when the content is cropped. */
  private static final float INK = 0.1f;

  /** The pixels of the outermost rows and columns. */
  float[] edge() {
    float[] edge = new float[2 * width + 2 * height];
    for (int x = 0; x < width; x++) {
      edge[2 * x] = values[x];
      edge[2 * x + 1] = values[(height - 1) * width + x];
    }
    for (int y = 0; y < height; y++) {
      edge[2 * width + 2 * y] = values[y * width];
      edge[2 * width + 2 * y + 1] = values[y * width + width - 1];
    }
    return edge;
  }

  GreyImage inverted() {
    float[] inverted = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      inverted[i] = 1 - values[i];
    }
    return new GreyImage(width, height, inverted);
  }

  /** The smallest box that holds all ink; the whole image if there is none. */
  GreyImage cropped() {
    int left = width;
    int right = -1;
    int top = height;
    int bottom = -1;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        if (values[y * width + x] > INK) {
          left = Math.min(left, x);
          right = Math.max(right, x);
          top = Math.min(top, y);
          bottom = y;
        }
      }
    }
    return right < 0 ? this : part(left, top, right - left + 1, bottom - top + 1);
  }

  private GreyImage part(int left, int top, int partWidth, int partHeight) {
    float[] part = new float[partWidth * partHeight];
    for (int y = 0; y < partHeight; y++) {
      System.arraycopy(values, (top + y) * width + left, part, y * partWidth, partWidth);
    }
    return new GreyImage(partWidth, partHeight, part);
  }

  /** Of the same shape, the longer side as given. */
  GreyImage scaledInto(int side) {
    int longer = Math.max(width, height);
    int newWidth = Math.max(1, Math.round((float) width * side / longer));
    int newHeight = Math.max(1, Math.round((float) height * side / longer));
    float[] narrow = Resampling.rows(values, width, height, newWidth);
    float[] turned = Resampling.transposed(narrow, newWidth, height);
    float[] scaled = Resampling.rows(turned, height, newWidth, newHeight);
    return new GreyImage(newWidth, newHeight, Resampling.transposed(scaled, newHeight, newWidth));
  }

  /** On a black square, the middle of the box in its middle. */
  GreyImage centred(int side) {
    return placed(side, (side - width) / 2, (side - height) / 2);
  }

  /** On a black square, the centre of mass in its middle as far as nothing falls off the edge. */
  GreyImage centredByMass(int side) {
    double mass = 0;
    double sumX = 0;
    double sumY = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        float value = values[y * width + x];
        mass += value;
        sumX += value * x;
        sumY += value * y;
      }
    }
    if (mass == 0) {
      return centred(side);
    }
    // MNIST's own middle is pixel 14 of 0…27 (its mean centre of mass is 14.0, measured).
    int left = (int) Math.round(side / 2 - sumX / mass);
    int top = (int) Math.round(side / 2 - sumY / mass);
    return placed(
        side,
        Math.clamp(left, 0, Math.max(0, side - width)),
        Math.clamp(top, 0, Math.max(0, side - height)));
  }

  private GreyImage placed(int side, int left, int top) {
    float[] square = new float[side * side];
    for (int y = 0; y < Math.min(height, side - top); y++) {
      System.arraycopy(
          values, y * width, square, (top + y) * side + left, Math.min(width, side - left));
    }
    return new GreyImage(side, side, square);
  }

  BufferedImage toPicture() {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int[] rgb = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      int grey = Math.round(Math.clamp(values[i], 0f, 1f) * 255);
      rgb[i] = grey << 16 | grey << 8 | grey;
    }
    picture.setRGB(0, 0, width, height, rgb, 0, width);
    return picture;
  }
}
