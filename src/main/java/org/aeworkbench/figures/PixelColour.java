package org.aeworkbench.figures;

import org.aeworkbench.model.ImageShape;

/** What colour a pixel of a network's image has. */
public final class PixelColour {
  private PixelColour() {}

  /**
   * A pixel's colour: of one channel grey; of two, red and green; of three, red, green and blue.
   *
   * @param values [channel][row][column], clamped to 0…1
   * @param pixel row · width + column
   * @return RGB
   */
  public static int rgb(ImageShape shape, float[] values, int pixel) {
    int first = level(values[pixel]);
    if (shape.channels() == 1) {
      return first << 16 | first << 8 | first;
    }
    int area = shape.height() * shape.width();
    int second = level(values[area + pixel]);
    int third = shape.channels() == 2 ? 0 : level(values[2 * area + pixel]);
    return first << 16 | second << 8 | third;
  }

  private static int level(float value) {
    return Math.round(Math.clamp(value, 0f, 1f) * 255);
  }
}
