package org.aeworkbench.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.aeworkbench.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as cameras, phones and programs write them: all show the same 5. */
class PictureFilesTest {
  private static final BufferedImage FIVE = read("png/control-5.png");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cgbi-iphone.png",
        "exif-orientation-6.png",
        "grey-alpha16-ink-in-alpha.png",
        "grey-alpha8-ink-in-alpha.png",
        "grey1-trns-white.png",
        "grey1.png",
        "grey16-full-trns-white.png",
        "grey16-full.png",
        "grey4-trns-white.png",
        "grey8-trns-white.png",
        "idat-crc-wrong.png",
        "interlaced-400px.png",
        "no-iend.png",
        "rgb16-trns-white.png",
        "rgb16.png",
        "rgb8-trns-white.png",
        "trailing-garbage.png"
      })
  void aPngOfAnyKindIsTheSamePicture(String name) {
    assertThat(largestDifference(read("png/" + name))).isZero();
  }

  @Test
  void twelveBitsOfSixteenAreAsBrightAsSixteen() {
    assertThat(largestDifference(read("png/grey16-12bit-range.png"))).isLessThanOrEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "exif6-after-xmp.jpg",
        "exif6-fill-bytes-between.jpg",
        "exif6-long-be.jpg",
        "exif6-short-le.jpg",
        "extraneous-bytes-before-eoi.jpg",
        "no-eoi.jpg",
        "trailing-garbage.jpg",
        "cmyk.jpg"
      })
  void aJpegOfAnyKindIsTheSamePicture(String name) {
    assertThat(largestDifference(read("jpeg/" + name))).isLessThan(16);
  }

  @ParameterizedTest
  @CsvSource({
    "lossless.webp, 0",
    "alpha-lossless.webp, 0",
    "alpha-lossy.webp, 1",
    "lossy.webp, 32",
    "exif6-be.webp, 32",
    "exif6-le-named.webp, 32",
    "fade-in.webp, 0"
  })
  void aWebpOfAnyKindIsTheSamePicture(String name, int most) {
    assertThat(largestDifference(read("webp/" + name))).isLessThanOrEqualTo(most);
  }

  @ParameterizedTest
  @ValueSource(strings = {"red-green-blue.jpg", "progressive.jpg"})
  void aJpegOfLowerQualityIsAlmostTheSame(String name) {
    assertThat(largestDifference(read("jpeg/" + name))).isLessThan(40);
  }

  @Test
  void aProgressiveJpegThatEndsWithinALaterScanHasAllItsRows() {
    byte[] whole = bytes("jpeg/progressive.jpg");
    for (int percent = 30; percent < 100; percent += 10) {
      byte[] part = Arrays.copyOf(whole, whole.length * percent / 100);
      BufferedImage picture = PictureReader.read(part, "part.jpg");
      assertThat(Math.abs(grey(picture, 5, 495) - 255)).isLessThan(10);
      assertThat(grey(picture, 200, 110)).as("%d %%", percent).isLessThan(100);
    }
    byte[] firstScan = Arrays.copyOf(whole, whole.length / 20);
    assertThatThrownBy(() -> PictureReader.read(firstScan, "part.jpg"))
        .hasMessageContaining("damaged");
  }

  @Test
  void kindsOfJpegThatAreNotReadAreNamed() {
    assertThatThrownBy(() -> read("jpeg/arithmetic.jpg"))
        .isInstanceOf(ProblemException.class)
        .hasMessage(
            "jpeg/arithmetic.jpg is an arithmetically coded JPEG, which is not read."
                + " Save it as an ordinary JPEG or a PNG.");
    byte[] twelve = bytes("jpeg/no-eoi.jpg");
    for (int i = 0; i < twelve.length - 4; i++) {
      if ((twelve[i] & 255) == 0xFF && (twelve[i + 1] & 255) == 0xC0) {
        twelve[i + 4] = 12;
      }
    }
    assertThatThrownBy(() -> PictureReader.read(twelve, "12.jpg"))
        .hasMessageContaining("12.jpg is a JPEG of 12 bits, which is not read.");
  }

  @ParameterizedTest
  @CsvSource({
    "alpha.tif, 0",
    "grey16.tif, 0",
    "orient6.tif, 0",
    "tiled.tif, 0",
    "jpeg.tif, 40",
    "g4.tif, 128"
  })
  void aTiffOfAnyKindIsTheSamePicture(String name, int most) {
    assertThat(largestDifference(read("tiff/" + name))).isLessThanOrEqualTo(most);
  }

  @Test
  void anAnimationIsItsFirstPictureWithInk() {
    assertThat(largestDifference(read("gif/fade-in-from-white.gif"))).isZero();
  }

  @Test
  void aFrameLiesWhereItBelongsOnTheScreen() {
    BufferedImage picture = read("gif/frame-smaller-than-screen.gif");
    assertThat(picture.getWidth()).isEqualTo(800);
    assertThat(picture.getHeight()).isEqualTo(1000);
    assertThat(picture.getRGB(0, 0) >>> 24).as("nothing was drawn there").isZero();
  }

  @Test
  void theLastRowsOfAnInterlacedGifMayBeMissing() {
    BufferedImage picture = read("gif/truncated-last-block.gif");
    int different = 0;
    for (int y = 0; y < 500; y++) {
      for (int x = 0; x < 400; x++) {
        different += Math.abs(grey(picture, x, y) - grey(FIVE, x, y)) > 16 ? 1 : 0;
      }
    }
    assertThat(different).isLessThan(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"v5-32bit-alpha-255.bmp", "v5-32bit-alpha-all-zero.bmp"})
  void aBitmapThatIsTransparentThroughoutIsOpaque(String name) {
    BufferedImage picture = read("bmp/" + name);
    int dark = 0;
    for (int y = 0; y < 75; y++) {
      for (int x = 0; x < 60; x++) {
        assertThat(new java.awt.Color(picture.getRGB(x, y), true).getAlpha()).isEqualTo(255);
        dark += grey(picture, x, y) < 128 ? 1 : 0;
      }
    }
    assertThat(dark).isBetween(100, 1000);
  }

  private static int largestDifference(BufferedImage picture) {
    assertThat(picture.getWidth()).isEqualTo(FIVE.getWidth());
    assertThat(picture.getHeight()).isEqualTo(FIVE.getHeight());
    int largest = 0;
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        largest = Math.max(largest, Math.abs(grey(picture, x, y) - grey(FIVE, x, y)));
      }
    }
    return largest;
  }

  /** Luminance on white paper, 0…255. */
  private static int grey(BufferedImage picture, int x, int y) {
    int argb = picture.getRGB(x, y);
    int luminance =
        (299 * (argb >> 16 & 255) + 587 * (argb >> 8 & 255) + 114 * (argb & 255)) / 1000;
    return (luminance * (argb >>> 24) + 255 * (255 - (argb >>> 24))) / 255;
  }

  private static BufferedImage read(String name) {
    return PictureReader.read(bytes(name), name);
  }

  private static byte[] bytes(String name) {
    try (InputStream in = PictureFilesTest.class.getResourceAsStream("/cases/" + name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
