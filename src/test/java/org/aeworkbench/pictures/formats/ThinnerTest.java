package org.aeworkbench.pictures.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.aeworkbench.pictures.formats.Thinner.Channels;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThinnerTest {
  @ParameterizedTest
  @ValueSource(ints = {4100, 8000, 12_000, 30_000})
  void aStrokeOfOnePixelBecomesPalerButIsNotLost(int width) {
    int step = Limits.step(width, 200);
    for (int column : new int[] {0, 1, 777, width / 2, width - 1}) {
      Thinner thinner = Thinner.ofRows(width, 200, Channels.GREY);
      int[] row = new int[width];
      Arrays.fill(row, 255);
      row[column] = 0;
      for (int y = 0; y < 200; y++) {
        thinner.add(y, 0, 1, row, width);
      }
      BufferedImage picture = thinner.picture();
      assertThat(picture.getWidth()).isEqualTo((width + step - 1) / step);
      int covered = Math.min(step, width - column / step * step);
      for (int x = 0; x < picture.getWidth(); x++) {
        int expected = x == column / step ? Math.round(255f * (covered - 1) / covered) : 255;
        assertThat(picture.getRGB(x, picture.getHeight() - 1) & 255).isEqualTo(expected);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"4096, 1900", "3000, 2600", "8160, 6144", "12000, 9000", "9921, 14031", "300000, 20"})
  void whatIsReturnedIsBounded(int width, int height) {
    int step = Limits.step(width, height);
    long columns = Limits.thinned(width, step);
    long rows = Limits.thinned(height, step);
    assertThat(Math.max(columns, rows)).isLessThanOrEqualTo(Limits.SIDE);
    assertThat(columns * rows).isLessThanOrEqualTo(Limits.THINNED_PIXELS);
    if (step > 1) {
      long longer = Limits.thinned(Math.max(width, height), step - 1);
      long pixels = Limits.thinned(width, step - 1) * Limits.thinned(height, step - 1);
      assertThat(longer > Limits.SIDE || pixels > Limits.THINNED_PIXELS).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void coloursAreWeighedByOpacity(boolean anyOrder) {
    Thinner thinner = new Thinner(8000, 2, Channels.RGB_ALPHA, 255, anyOrder);
    int[] row = new int[4 * 8000];
    for (int i = 0; i < 8000; i += 2) {
      row[4 * i] = 200;
      row[4 * i + 3] = 255;
      row[4 * i + 4] = 13;
      row[4 * i + 5] = 77;
    }
    thinner.add(0, 0, 1, row, 8000);
    thinner.add(1, 0, 1, row, 8000);
    int argb = thinner.picture().getRGB(1234, 0);
    assertThat(argb & 0xFFFFFF).as("only what is seen").isEqualTo(200 << 16);
    assertThat(argb >>> 24).isEqualTo(128);
  }

  @ParameterizedTest
  @CsvSource({
    // What is stored in 16 bits, and the levels that paper and ink become.
    "65535, 0, 255, 0",
    "4095, 300, 255, 19",
    "1023, 0, 255, 0",
    "255, 16, 255, 16",
    "20500, 20000, 255, 0",
    "40000, 20000, 156, 78",
    "60000, 60000, 233, 233",
    "3, 0, 0, 0"
  })
  void aLowRangeIsSpread(int paper, int ink, int paperSeen, int inkSeen) {
    Thinner thinner = new Thinner(3, 1, Channels.GREY, 65_535, false);
    thinner.add(0, 0, 1, new int[] {paper, ink, paper}, 3);
    BufferedImage picture = thinner.picture();
    assertThat(picture.getRGB(0, 0) & 255).isEqualTo(paperSeen);
    assertThat(picture.getRGB(1, 0) & 255).isEqualTo(inkSeen);
  }
}
