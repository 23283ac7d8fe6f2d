package org.aeworkbench.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.datasets.Mnist;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures that people really have, as handed in: all show the same 5. */
class CasesTest {
  private static final float[] FIVE = seen("pictures/control-5.png").pixels();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pictures/a4-300dpi-5mm-digit.png",
        "pictures/ballpoint-stroke-1-percent.png",
        "pictures/ballpoint-stroke-3-percent.png",
        "pictures/dark-mode-screenshot.png",
        "pictures/dust-speck-in-corner.png",
        "pictures/frame-1px-grey-at-edge.png",
        "pictures/frame-2px-at-edge.png",
        "pictures/frame-box-inside.png",
        "pictures/pale-yellow-on-white.png",
        "pictures/red-on-green-equal-luminance.png",
        "pictures/ruled-paper.png",
        "pictures/scanner-black-margin.png",
        "pictures/scanner-black-strip-left.png",
        "pictures/sheet-on-dark-desk.jpg",
        "pictures/sticker-white-outline.png",
        "pictures/tight-crop-5.png",
        "pictures/white-page-rounded-corners.png",
        "pictures/white-page-transparent-margin.png",
        "pictures/yellow-marker-on-white.png",
        "png/grey16-12bit-range.png",
        "png/grey8-trns-black-ink.png",
        "png/cgbi-iphone.png",
        "png/thin-2px-stroke-6800px.png",
        "gif/fade-in-from-white.gif",
        "bmp/v5-32bit-alpha-all-zero.bmp",
        "jpeg/exif6-after-xmp.jpg",
        "webp/lossy.webp",
        "tiff/g4.tif"
      })
  void theNetworkSeesTheFive(String name) {
    DigitPicture seen = seen(name);
    assertThat(Likeness.correlation(seen.pixels(), FIVE)).isGreaterThanOrEqualTo(0.93);
    assertThat(seen.digits()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tight-crop-0.png", "tight-crop-1.png", "tight-crop-slanted-1.png"})
  void aDigitThatFillsItsPictureIsWhole(String name) {
    DigitPicture seen = seen("pictures/" + name);
    assertThat(seen.digits()).isEqualTo(1);
    int rows = 0;
    for (int y = 0; y < 28; y++) {
      boolean ink = false;
      for (int x = 0; x < 28; x++) {
        ink |= seen.pixels()[y * 28 + x] > 0.5f;
      }
      rows += ink ? 1 : 0;
    }
    assertThat(rows).isEqualTo(20);
  }

  @Test
  void fourDigitsAreFourOnWish() {
    BufferedImage four = read("pictures/four-digits-in-a-row.png");
    assertThat(DigitPipeline.apply(four).digits()).isEqualTo(4);
    List<DigitPicture> each = DigitPipeline.each(four, DigitPipeline.allSteps());
    assertThat(each).hasSize(4);
    assertThat(each)
        .allMatch(digit -> Likeness.correlation(digit.pixels(), FIVE) > 0.93 && !digit.isBlank());
  }

  @ParameterizedTest
  @ValueSource(strings = {"000", "001", "002", "008", "018", "033", "008-inverted"})
  void aDigitOfTheDataComesBackAsItWas(String name) {
    DigitPicture seen = seen("raw28/mnist-test-" + name + ".png");
    Dataset test = Mnist.load().test();
    float[] original = test.image(Integer.parseInt(name.substring(0, 3)));
    assertThat(Likeness.difference(seen.pixels(), original)).isLessThan(0.005);
    assertThat(seen.digits()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mnist-test-008-shifted-4px", "bag-that-touches-all-edges"})
  void whatTouchesTheEdgeIsNoSecondDigit(String name) {
    assertThat(seen("raw28/" + name + ".png").digits()).isEqualTo(1);
  }

  private static DigitPicture seen(String name) {
    return DigitPipeline.apply(read(name));
  }

  private static BufferedImage read(String name) {
    try (InputStream in = CasesTest.class.getResourceAsStream("/cases/" + name)) {
      return PictureReader.read(in.readAllBytes(), name);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
