package org.aeworkbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.aeworkbench.datasets.DataSplit;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.datasets.Mnist;
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
}
