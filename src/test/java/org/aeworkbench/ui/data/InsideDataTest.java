package org.aeworkbench.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.aeworkbench.datasets.DataSplit;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.datasets.SampleShapes;
import org.aeworkbench.ui.common.Networks;
import org.junit.jupiter.api.Test;

/** The data in the program is told by the checksum of what a model has learned. */
class InsideDataTest {
  private static final DataSplit MNIST =
      new DataSplit(Networks.data().training().first(300), Networks.small().test());

  private final InsideData inside = new InsideData(MNIST);

  @Test
  void mnistIsFoundByAllOfItAndByItsFirstImages() {
    Dataset training = MNIST.training();
    for (int images : new int[] {300, 20}) {
      assertThat(inside.holding(training.checksum(images), images))
          .hasValueSatisfying(
              used -> {
                assertThat(used.name()).isEqualTo("MNIST");
                assertThat(used.split()).isSameAs(MNIST);
              });
    }
  }

  @Test
  void theSampleIsFoundBeforeMnistIsLoadedToo() {
    String checksum = SampleShapes.make().training().checksum(40);
    for (InsideData each : new InsideData[] {inside, new InsideData(null)}) {
      assertThat(each.holding(checksum, 40))
          .hasValueSatisfying(used -> assertThat(used.name()).isEqualTo(SampleShapes.NAME));
    }
  }

  @Test
  void otherImagesOrMoreThanThereAreAreNotFound() {
    Dataset training = MNIST.training();
    assertThat(inside.holding(MNIST.test().checksum(20), 20)).isEmpty();
    assertThat(inside.holding(training.checksum(300), 299)).isEmpty();
    assertThat(inside.holding(training.checksum(300), 60_000)).isEmpty();
  }
}
