package org.aeworkbench.imports.source;

import java.util.Optional;
import org.aeworkbench.model.ImageShape;
import org.jspecify.annotations.Nullable;

/**
 * How the numbers of an image stand in a row of a table or an array.
 *
 * @param planes true for channel after channel, false for pixel after pixel
 */
record PixelLayout(int height, int width, int channels, boolean planes) {
  private static final int LONGEST_SIDE = 4096;
  private static final int MOST_CHANNELS = 4;

  /** Numbers of an image. */
  int size() {
    return height * width * channels;
  }

  /**
   * Of an image whose numbers stand in a row: rows, columns, channels of the shape that is asked
   * for, else a square, grey or in colour.
   */
  static Optional<PixelLayout> ofRow(int numbers, @Nullable ImageShape wanted) {
    if (wanted != null && wanted.size() == numbers) {
      return Optional.of(
          new PixelLayout(wanted.height(), wanted.width(), wanted.channels(), false));
    }
    for (int channels : new int[] {1, 3}) {
      int side = (int) Math.round(Math.sqrt((double) numbers / channels));
      if (side > 1 && side <= LONGEST_SIDE && side * side * channels == numbers) {
        return Optional.of(new PixelLayout(side, side, channels, false));
      }
    }
    return Optional.empty();
  }

  /**
   * Of one image of an array.
   *
   * @param shape without the number of images
   */
  static Optional<PixelLayout> ofArray(int[] shape, @Nullable ImageShape wanted) {
    return switch (shape.length) {
      case 1 -> ofRow(shape[0], wanted);
      case 2 -> checked(shape[0], shape[1], 1, false);
      case 3 ->
          shape[2] <= MOST_CHANNELS
              ? checked(shape[0], shape[1], shape[2], false)
              : checked(shape[1], shape[2], shape[0], true);
      default -> Optional.empty();
    };
  }

  private static Optional<PixelLayout> checked(
      int height, int width, int channels, boolean planes) {
    return Math.min(height, width) < 1
            || Math.max(height, width) > LONGEST_SIDE
            || channels < 1
            || channels > MOST_CHANNELS
        ? Optional.empty()
        : Optional.of(new PixelLayout(height, width, channels, planes));
  }

  /** Brings bytes in this layout to rows, columns, channels. */
  Content.Pixels pixels(byte[] bytes) {
    if (!planes || channels == 1) {
      return new Content.Pixels(height, width, channels, bytes);
    }
    byte[] pixels = new byte[bytes.length];
    int area = height * width;
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = bytes[i % channels * area + i / channels];
    }
    return new Content.Pixels(height, width, channels, pixels);
  }
}
