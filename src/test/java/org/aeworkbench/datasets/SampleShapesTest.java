package org.aeworkbench.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SampleShapesTest {
  @Test
  void theSameImagesEveryTime() {
    DataSplit shapes = SampleShapes.make();
    assertThat(SampleShapes.make().training().checksum())
        .isEqualTo(shapes.training().checksum())
        .isEqualTo("5a86ba981e513073acbbb610bebf0e569a38f33995e3eda667ed47afdd3566bc");
    assertThat(shapes.training().className(0)).isEqualTo("disc");
    assertThat(IntStream.range(0, 8).map(shapes.test()::label).distinct().count()).isEqualTo(8);
    assertThat(IntStream.range(0, 100).mapToObj(i -> shapes.training().checksum(i + 1)).distinct())
        .hasSize(100);
  }
}
