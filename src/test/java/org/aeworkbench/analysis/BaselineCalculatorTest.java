package org.aeworkbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.aeworkbench.datasets.DataSplit;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.datasets.Mnist;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.model.Loss;
import org.junit.jupiter.api.Test;

class BaselineCalculatorTest {
  private static final DataSplit MNIST = Mnist.load();

  @Test
  void baselinesOfTheLabsDataAreInTheirKnownOrder() {
    BaselineCalculator calculator = new BaselineCalculator(MNIST);

    Baselines bce = calculator.of(Loss.BINARY_CROSS_ENTROPY, 32);
    Baselines mse = calculator.of(Loss.MEAN_SQUARED_ERROR, 32);
    Baselines smaller = calculator.of(Loss.MEAN_SQUARED_ERROR, 8);

    assertThat(bce.entropyFloor()).isBetween(0.05, 0.08).isLessThan(bce.pca());
    // PCA with 32 components leaves 0.0168 on MNIST (published many times); confined to 0…1 less.
    assertThat(mse.pca()).isBetween(0.0145, 0.0168).isLessThan(smaller.pca());
    assertThat(mse.entropyFloor()).isCloseTo(0, within(1e-9));
    assertThat(bce.meanImage()).isCloseTo(0.2629, within(0.002));
    assertThat(mse.meanImage()).isCloseTo(0.0676, within(0.001));
  }

  @Test
  void allComponentsGiveAnImageBack() {
    PixelPca pca = PixelPca.fit(MNIST.training().first(500));
    float[] image = MNIST.training().image(3);

    assertThat(pca.reconstruct(image, Dataset.PIXELS))
        .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-4 ? 0 : Float.compare(a, b))
        .containsExactly(image);
    assertThat(pca.reconstruct(image, 0)).containsExactly(pca.meanImage());
  }

  @Test
  void randomisedComponentsOfLargeImagesAreTheExactOnes() {
    // Eight directions of ever less variance, and a little noise beside them.
    ImageShape shape = new ImageShape(20, 18, 3);
    Random random = new Random(3);
    float[][] directions = new float[8][shape.size()];
    for (float[] direction : directions) {
      for (int i = 0; i < direction.length; i++) {
        direction[i] = (float) random.nextGaussian();
      }
    }
    byte[] pixels = new byte[300 * shape.size()];
    for (int n = 0; n < 300; n++) {
      float[] weights = new float[8];
      for (int k = 0; k < 8; k++) {
        weights[k] = (float) (random.nextGaussian() * 12 / (k + 1));
      }
      for (int i = 0; i < shape.size(); i++) {
        double value = 128 + random.nextGaussian();
        for (int k = 0; k < 8; k++) {
          value += weights[k] * directions[k][i];
        }
        pixels[n * shape.size() + i] = (byte) Math.clamp(Math.round(value), 0, 255);
      }
    }
    Dataset data = Dataset.unlabelled(pixels, shape);
    assertThat(shape.size()).isGreaterThan(PixelPca.MOST_EXACT);

    PixelPca randomised = PixelPca.fit(data, 6);
    PixelPca exact = PixelPca.fit(data);

    assertThat(randomised.count()).isEqualTo(6);
    for (int count : new int[] {1, 3, 6}) {
      double of = squared(randomised, data, count);
      double best = squared(exact, data, count);
      assertThat(of).isBetween(best * 0.9999, best * 1.01);
      assertThat(of).isLessThan(squared(exact, data, count - 1) * 0.99);
    }
    Baselines baselines =
        new BaselineCalculator(new DataSplit(data, data)).of(Loss.MEAN_SQUARED_ERROR, 600);
    assertThat(baselines.pca()).as("would take minutes").isNaN();
    assertThat(baselines.meanImage()).isCloseTo(squared(exact, data, 0), within(1e-6));
  }

  private static double squared(PixelPca pca, Dataset data, int count) {
    double sum = 0;
    for (int i = 0; i < data.size(); i++) {
      sum +=
          ReconstructionLoss.meanSquaredError(data.image(i), pca.reconstruct(data.image(i), count));
    }
    return sum / data.size();
  }
}
