package org.aeworkbench.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.datasets.Mnist;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** MNIST's own test digits written out as pictures of several sizes come back as they were. */
class EnlargedMnistTest {
  private static final int DIGITS = 60;

  private static final Dataset TEST = Mnist.load().test();

  static Stream<Arguments> pictures() {
    return Stream.of(28, 56, 140, 280)
        .flatMap(
            side ->
                Stream.of(
                        RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR,
                        RenderingHints.VALUE_INTERPOLATION_BILINEAR,
                        RenderingHints.VALUE_INTERPOLATION_BICUBIC)
                    .limit(side == 28 ? 1 : 3)
                    .flatMap(
                        kind ->
                            Stream.of(
                                Arguments.of(side, kind, false), Arguments.of(side, kind, true))));
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void theMedianDigitDiffersByLessThanTwoPercent(int side, Object kind, boolean inverted) {
    double[] differences =
        IntStream.range(0, DIGITS)
            .parallel()
            .mapToDouble(
                i ->
                    Likeness.difference(
                        DigitPipeline.apply(picture(TEST.image(i), side, kind, inverted)).pixels(),
                        TEST.image(i)))
            .sorted()
            .toArray();
    assertThat(differences[DIGITS / 2]).as("%s", Arrays.toString(differences)).isLessThan(0.02);
    assertThat(differences[DIGITS * 9 / 10]).isLessThan(0.06);
  }

  private static BufferedImage picture(float[] digit, int side, Object kind, boolean inverted) {
    BufferedImage large = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = large.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, kind);
    graphics.drawImage(Pictures.of(digit), 0, 0, side, side, null);
    graphics.dispose();
    for (int i = 0; inverted && i < side * side; i++) {
      large.setRGB(i % side, i / side, ~large.getRGB(i % side, i / side));
    }
    return large;
  }
}
