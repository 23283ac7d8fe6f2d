package org.aeworkbench.datasets;

import org.aeworkbench.model.ImageShape;

/**
 * Images of any shape that a formula makes, the same in every language: of image i, channel k, row
 * y and column x the byte (37 i + 61 k + 3 y² + 5 x² + x y (1 + i mod 7)) mod 256. What reference
 * trainings and measurements take where no real images of a shape are.
 */
public final class MadeImages {
  private MadeImages() {}

  /** The first {@code count} of them, without labels. */
  public static Dataset of(ImageShape shape, int count) {
    byte[] pixels = new byte[Math.multiplyExact(count, shape.size())];
    int at = 0;
    for (int i = 0; i < count; i++) {
      for (int k = 0; k < shape.channels(); k++) {
        for (int y = 0; y < shape.height(); y++) {
          for (int x = 0; x < shape.width(); x++, at++) {
            pixels[at] = (byte) (37 * i + 61 * k + 3 * y * y + 5 * x * x + x * y * (1 + i % 7));
          }
        }
      }
    }
    return Dataset.unlabelled(pixels, shape);
  }
}
