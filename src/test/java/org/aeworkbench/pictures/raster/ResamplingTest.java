package org.aeworkbench.pictures.raster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sizes are changed as the definition says, to the last bit, however quickly that is done. */
class ResamplingTest {
  @ParameterizedTest
  @CsvSource({
    "64, 64, 32, 32",
    "100, 75, 28, 28",
    "7, 9, 7, 9",
    "5, 4, 12, 9",
    "1, 1, 6, 3",
    "90, 2, 7, 5",
    "33, 200, 33, 64",
    "640, 480, 64, 64"
  })
  void everyPixelIsTheMeanOfWhatItCovers(int width, int height, int newWidth, int newHeight) {
    Random random = new Random(width);
    float[] values = new float[width * height];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat();
    }
    float[] rows = new float[newWidth * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < newWidth; x++) {
        rows[y * newWidth + x] = pixel(values, y * width, 1, width, x, newWidth);
      }
    }
    float[] expected = new float[newWidth * newHeight];
    for (int y = 0; y < newHeight; y++) {
      for (int x = 0; x < newWidth; x++) {
        expected[y * newWidth + x] = pixel(rows, x, newWidth, height, y, newHeight);
      }
    }
    assertThat(new GreyImage(width, height, values).scaled(newWidth, newHeight).values())
        .isEqualTo(expected);
  }

  private static float pixel(
      float[] values, int begin, int step, int length, int x, int newLength) {
    if (newLength > length) {
      double position = Math.clamp((x + 0.5) * length / newLength - 0.5, 0.0, length - 1.0);
      int left = (int) position;
      float share = (float) (position - left);
      return (1 - share) * values[begin + left * step]
          + share * values[begin + Math.min(length - 1, left + 1) * step];
    }
    double inset = length > 2.5 * newLength ? 0.15 : 0;
    double from = (x + inset) * length / newLength;
    double to = (x + 1 - inset) * length / newLength;
    double sum = 0;
    for (int i = (int) from; i <= Math.min(length - 1, (int) Math.ceil(to) - 1); i++) {
      sum += (Math.min(i + 1, to) - Math.max(i, from)) * values[begin + i * step];
    }
    return (float) (sum / (to - from));
  }
}
