package org.aeworkbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.datasets.Mnist;
import org.aeworkbench.model.Loss;
import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.model.Presets;
import org.aeworkbench.network.Autoencoder;
import org.junit.jupiter.api.Test;

class ErrorRankingTest {
  private final ErrorRanking ranking =
      ErrorRanking.ofLosses(new double[] {0.31, 0.1, 0.5, 0.2, 0.4, 0.2});

  @Test
  void ranks() {
    assertThat(ranking.best(3)).containsExactly(1, 3, 5);
    assertThat(ranking.worst(2)).containsExactly(2, 4);
    assertThat(ranking.worst(100)).hasSize(6);
    assertThat(ranking.mean()).isCloseTo(1.71 / 6, within(1e-12));
    assertThat(ranking.min()).isEqualTo(0.1);
    assertThat(ranking.max()).isEqualTo(0.5);
  }

  @Test
  void percentileIsTheShareOfSmallerLosses() {
    assertThat(ranking.percentile(0.05)).isZero();
    assertThat(ranking.percentile(0.2)).isCloseTo(100.0 / 6, within(1e-9));
    assertThat(ranking.percentile(0.25)).isEqualTo(50);
    assertThat(ranking.percentile(9)).isEqualTo(100);
    assertThat(ranking.quantile(0)).isEqualTo(0.1);
    assertThat(ranking.quantile(100)).isEqualTo(0.5);
  }

  @Test
  void histogramCountsEveryImageOnce() {
    assertThat(ranking.histogram(4, 0.1, 0.5)).containsExactly(1, 2, 1, 2);
    assertThat(ranking.histogram(2, 0.25, 0.35)).containsExactly(3, 3);
    assertThat(ErrorRanking.ofLosses(new double[] {0.2, 0.2}).histogram(3, 0.2, 0.2))
        .containsExactly(2, 0, 0);
  }

  @Test
  void ranksByTheLossOfTheNetwork() {
    Dataset data = Mnist.load().test().first(250);
    NetworkSpec spec = Presets.LAB_SHALLOW.spec().withEncodingDim(4);
    Autoencoder network = new Autoencoder(spec, new float[spec.parameterCount()]);
    float[] grey = new float[Dataset.PIXELS];
    Arrays.fill(grey, 0.5f);
    ErrorRanking squared = ErrorRanking.of(network, Loss.MEAN_SQUARED_ERROR, data, () -> false);
    ErrorRanking entropy = ErrorRanking.of(network, Loss.BINARY_CROSS_ENTROPY, data, () -> false);
    for (int i : new int[] {0, 199, 249}) {
      assertThat(squared.loss(i))
          .isCloseTo(ReconstructionLoss.meanSquaredError(data.image(i), grey), within(1e-6));
      assertThat(entropy.loss(i)).isCloseTo(Math.log(2), within(1e-6));
    }
  }
}
