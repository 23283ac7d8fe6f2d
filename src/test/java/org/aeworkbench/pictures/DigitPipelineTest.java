package org.aeworkbench.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.datasets.Mnist;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DigitPipelineTest {
  private static final Color NOTHING = new Color(0, 0, 0, 0);

  private static Dataset test;

  @BeforeAll
  static void loadData() {
    test = Mnist.load().test();
  }

  @Test
  void mnistDigitsComeOutAsTheyWentIn() {
    int exact = 0;
    double sum = 0;
    int images = 1000;
    for (int i = 0; i < images; i++) {
      float[] original = test.image(i);
      float[] seen = DigitPipeline.apply(Pictures.of(original)).pixels();
      double error = meanError(original, seen);
      sum += error;
      exact += error < 0.001 ? 1 : 0;
    }
    assertThat(exact).isGreaterThan(images * 2 / 3);
    assertThat(sum / images).isLessThan(0.002);
  }

  @Test
  void inkAndGroundOfAnyColourGiveTheSameDigit() {
    float[] expected =
        DigitPipeline.apply(Pictures.two(400, 500, Color.BLACK, Color.WHITE)).pixels();
    assertThat(max(expected)).isGreaterThan(0.9f);
    assertAlike(expected, Pictures.two(400, 500, Color.WHITE, Color.BLACK));
    assertAlike(expected, Pictures.two(400, 500, NOTHING, Color.BLACK));
    assertAlike(expected, Pictures.two(400, 500, NOTHING, Color.WHITE));
    assertAlike(expected, Pictures.two(400, 500, new Color(0xE8E4D8), new Color(0x3050A0)));
    assertAlike(expected, Pictures.two(400, 500, new Color(0x202830), new Color(0xFFD040)));
  }

  @Test
  void anyPlaceAndSizeOnTheSheetGivesTheSameDigit() {
    float[] expected =
        DigitPipeline.apply(Pictures.two(400, 500, Color.WHITE, Color.BLACK)).pixels();
    assertAlike(expected, Pictures.two(1000, 400, Color.WHITE, Color.BLACK));
    assertAlike(expected, Pictures.two(400, 1000, Color.WHITE, Color.BLACK));
  }

  @Test
  void aShadowOverThePaperIsNoInk() {
    BufferedImage sheet = Pictures.two(300, 300, Color.WHITE, Color.BLACK);
    float[] expected = DigitPipeline.apply(sheet).pixels();
    for (int y = 0; y < 300; y++) {
      for (int x = 0; x < 300; x++) {
        int light = 255 - 60 * (x + y) / 600 - (x * 7919 + y * 104729) % 12;
        int level = (sheet.getRGB(x, y) & 0xFF) * light / 255;
        sheet.setRGB(x, y, level << 16 | level << 8 | level);
      }
    }
    assertAlike(expected, sheet);
  }

  @Test
  void theContentIs20PixelsLongAndItsMassInTheMiddle() {
    float[] seen = DigitPipeline.apply(Pictures.two(640, 480, Color.WHITE, Color.BLUE)).pixels();
    double mass = 0;
    double x = 0;
    double y = 0;
    int top = 28;
    int bottom = 0;
    for (int i = 0; i < seen.length; i++) {
      mass += seen[i];
      x += seen[i] * (i % 28);
      y += seen[i] * (i / 28);
      if (seen[i] > 0.02f) {
        top = Math.min(top, i / 28);
        bottom = Math.max(bottom, i / 28);
      }
    }
    // One more where the centre of mass lies half-way between two rows.
    assertThat(bottom - top + 1).isBetween(20, 21);
    assertThat(x / mass).isBetween(13.4, 14.6);
    assertThat(y / mass).isBetween(13.4, 14.6);
  }

  @ParameterizedTest
  @EnumSource(PictureStep.class)
  void everyStepMattersForSomePicture(PictureStep step) {
    BufferedImage picture =
        switch (step) {
          case PAPER -> Pictures.framed(Pictures.two(300, 200, Color.WHITE, Color.BLACK), 40);
          case EVENING -> Pictures.shaded(Pictures.two(300, 200, Color.WHITE, Color.GRAY));
          case CLEANING -> Pictures.framed(Pictures.two(300, 200, Color.WHITE, Color.BLACK), 2);
          case STROKE -> Pictures.finePen(300, 200);
          default -> Pictures.two(300, 200, NOTHING, new Color(0x405060));
        };
    // Contrast evens out what one colour comes to; without it the choice of grey shows.
    Set<PictureStep> all =
        step == PictureStep.GREY
            ? EnumSet.complementOf(EnumSet.of(PictureStep.CONTRAST))
            : DigitPipeline.allSteps();
    Set<PictureStep> others = EnumSet.copyOf(all);
    others.remove(step);
    DigitPicture with = DigitPipeline.apply(picture, all);
    DigitPicture without = DigitPipeline.apply(picture, others);
    assertThat(meanError(with.pixels(), without.pixels())).isGreaterThan(0.002);
    assertThat(without.steps()).hasSize(PictureStep.values().length);
    for (DigitPicture.StepImage image : without.steps()) {
      assertThat(image.enabled()).isEqualTo(others.contains(image.step()));
    }
  }

  @Test
  void theLastStepShowsWhatTheNetworkSees() {
    DigitPicture seen = DigitPipeline.apply(Pictures.two(300, 200, Color.WHITE, Color.BLACK));
    BufferedImage last = seen.steps().getLast().image();
    assertThat(last.getWidth()).isEqualTo(28);
    assertThat(last.getHeight()).isEqualTo(28);
    for (int i = 0; i < 784; i++) {
      assertThat(last.getRGB(i % 28, i / 28) & 0xFF).isEqualTo(Math.round(seen.pixels()[i] * 255));
    }
  }

  @Test
  void pictureWithoutAnyStepStillFits() {
    for (int[] size : new int[][] {{1, 1}, {1, 900}, {900, 1}, {28, 28}, {17, 33}, {3000, 5}}) {
      BufferedImage picture = Pictures.two(size[0], size[1], Color.WHITE, Color.BLACK);
      DigitPicture seen = DigitPipeline.apply(picture, Set.of());
      assertThat(seen.pixels()).hasSize(784);
      assertThat(max(seen.pixels())).isLessThanOrEqualTo(1);
      assertThat(DigitPipeline.apply(picture).pixels()).hasSize(784);
    }
  }

  @Test
  void anEmptySheetIsBlank() {
    for (Color colour : new Color[] {Color.WHITE, Color.BLACK, Color.GRAY, NOTHING}) {
      DigitPicture seen = DigitPipeline.apply(Pictures.two(50, 50, colour, colour));
      assertThat(seen.isBlank()).as("%s", colour).isTrue();
    }
    assertThat(DigitPipeline.apply(Pictures.two(50, 50, Color.WHITE, Color.BLACK)).isBlank())
        .isFalse();
  }

  @Test
  void aPictureOfTheNetworksSizeIsTakenAsItIs() {
    float[] original = test.image(8).clone();
    original[0] = 1;
    DigitPicture seen = DigitPipeline.asIs(Pictures.of(original));
    for (int i = 0; i < 784; i++) {
      assertThat(seen.pixels()[i]).isEqualTo(Math.round(original[i] * 255) / 255f);
    }
    assertThat(seen.digits()).isEqualTo(1);
    assertThat(seen.steps()).noneMatch(DigitPicture.StepImage::enabled);
    assertThatThrownBy(() -> DigitPipeline.asIs(Pictures.two(28, 29, Color.WHITE, Color.BLACK)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("28×29");
  }

  private static void assertAlike(float[] expected, BufferedImage picture) {
    assertThat(meanError(expected, DigitPipeline.apply(picture).pixels())).isLessThan(0.02);
  }

  private static double meanError(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += Math.abs(a[i] - b[i]);
    }
    return sum / a.length;
  }

  private static float max(float[] values) {
    float[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length - 1];
  }
}
