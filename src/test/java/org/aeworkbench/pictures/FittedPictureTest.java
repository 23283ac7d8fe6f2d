package org.aeworkbench.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.util.List;
import org.aeworkbench.model.ImageShape;
import org.junit.jupiter.api.Test;

class FittedPictureTest {
  private static final ImageShape COLOUR = new ImageShape(4, 4, 3);
  private static final ImageShape GREY = new ImageShape(4, 4, 1);

  @Test
  void coloursArriveInTheirChannels() {
    BufferedImage picture = picture(4, 4, 0xFFFF0000);
    picture.setRGB(3, 1, 0xFF0080FF);

    float[] values = FittedPicture.of(picture, COLOUR, Fit.STRETCH);

    assertThat(values[0]).isEqualTo(1);
    assertThat(values[7]).as("red, row 1, column 3").isEqualTo(0);
    assertThat(values[16 + 7]).as("green").isEqualTo(128 / 255f);
    assertThat(values[32 + 7]).as("blue").isEqualTo(1);
    assertThat(FittedPicture.asIs(picture, COLOUR)).containsExactly(values);
    assertThat(FittedPicture.of(picture, GREY, Fit.STRETCH)[0]).isCloseTo(0.299f, within(1e-3f));
  }

  @Test
  void aLongPictureIsCutPaddedOrDrawnOut() {
    // Black, white, black, each a square.
    BufferedImage picture = picture(24, 8, 0xFF000000);
    for (int y = 0; y < 8; y++) {
      for (int x = 8; x < 16; x++) {
        picture.setRGB(x, y, 0xFFFFFFFF);
      }
    }

    assertThat(FittedPicture.of(picture, GREY, Fit.CROP)).containsOnly(1f);
    float[] padded = FittedPicture.of(picture, GREY, Fit.PAD);
    assertThat(padded[0]).as("the edge's mean above").isBetween(0.2f, 0.4f);
    assertThat(padded[4]).as("black at the left").isLessThan(0.1f);
    assertThat(padded[5]).as("white in the middle").isGreaterThan(0.5f);
    assertThat(FittedPicture.of(picture, GREY, Fit.STRETCH)[8]).isLessThan(0.1f);
  }

  @Test
  void whatIsSeenThroughIsWhite() {
    assertThat(FittedPicture.of(picture(9, 5, 0), COLOUR, Fit.PAD)).containsOnly(1f);
  }

  @Test
  void aCleanedDigitIsScaledAndGrey() {
    float[] ink = new float[28 * 28];
    ink[14 * 28 + 14] = 1;
    DigitPicture digit = new DigitPicture(ink, List.of(), 1);

    assertThat(FittedPicture.ofDigit(digit, ImageShape.MNIST)).isSameAs(ink);
    float[] large = FittedPicture.ofDigit(digit, new ImageShape(56, 56, 3));
    assertThat(large[28 * 56 + 28]).isGreaterThan(0.4f);
    assertThat(large[56 * 56 + 28 * 56 + 28]).isEqualTo(large[28 * 56 + 28]);
    assertThat(large[0]).isEqualTo(0);
  }

  private static BufferedImage picture(int width, int height, int argb) {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        picture.setRGB(x, y, argb);
      }
    }
    return picture;
  }
}
