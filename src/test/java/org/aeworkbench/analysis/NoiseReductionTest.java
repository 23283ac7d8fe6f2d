package org.aeworkbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.aeworkbench.datasets.Mnist;
import org.aeworkbench.model.Corruption;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.network.Corruptor;
import org.junit.jupiter.api.Test;

/** Filters, and how much noise they take away. */
class NoiseReductionTest {
  private static final ImageShape SMALL = new ImageShape(3, 4, 2);

  @Test
  void filtersSmoothEachChannelByItself() {
    float[] image = new float[SMALL.size()];
    Arrays.fill(image, 12, 24, 1f); // the second channel is white
    image[5] = 1; // one pixel of the black one
    float[] median = new SmoothingFilter.Median(3).smoothed(SMALL, image);
    float[] gaussian = new SmoothingFilter.Gaussian(0.5).smoothed(SMALL, image);
    for (int p = 0; p < 12; p++) {
      assertThat(median[p]).isZero();
      assertThat(median[12 + p]).isEqualTo(1);
      assertThat((double) gaussian[12 + p]).isCloseTo(1, within(1e-6));
    }
    double beside = Math.exp(-2);
    double whole = 1 + 2 * beside + 2 * Math.exp(-8);
    assertThat((double) gaussian[5]).isCloseTo(1 / (whole * whole), within(1e-6));
    assertThat((double) gaussian[4]).isCloseTo(beside / (whole * whole), within(1e-6));
    // Beyond the left edge stands the edge: the neighbours of neighbours come back from there.
    assertThat((double) gaussian[1]).isEqualTo(gaussian[9], within(1e-6));
  }

  @Test
  void theBestFilterIsTheBaseline() {
    float[][] clean = new float[20][];
    float[][] grains = new float[20][];
    float[][] noise = new float[20][];
    Corruptor salt = new Corruptor(new Corruption.SaltAndPepper(0.1), 3);
    Corruptor gaussian = new Corruptor(new Corruption.Gaussian(0.4), 3);
    for (int i = 0; i < clean.length; i++) {
      clean[i] = Mnist.load().test().image(i);
      grains[i] = salt.corrupted(clean[i], i);
      noise[i] = gaussian.corrupted(clean[i], i);
    }
    NoiseReduction ofGrains = NoiseReduction.of(ImageShape.MNIST, clean, grains, clean);
    NoiseReduction ofNoise = NoiseReduction.of(ImageShape.MNIST, clean, noise, noise);
    assertThat(ofGrains.cleaned()).isInfinite();
    assertThat(ofGrains.filter()).isInstanceOf(SmoothingFilter.Median.class);
    assertThat(ofNoise.cleaned()).isEqualTo(ofNoise.seen());
    assertThat(ofNoise.filtered()).isGreaterThan(ofNoise.seen() + 1);
    float[][] half = {new float[784]};
    Arrays.fill(half[0], 0.1f);
    assertThat(NoiseReduction.ratio(new float[1][784], half)).isCloseTo(20, within(1e-5));
  }
}
