package org.aeworkbench.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.aeworkbench.model.ImageShape;
import org.aeworkbench.pictures.Fit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportOptionsTest {
  @ParameterizedTest
  @CsvSource({
    "0.14285714285714285, one in 7",
    "0.142857, one in 7",
    "0.5, one in 2",
    "0.05, one in 20",
    "0.04, 4 %",
    "0.14, 14 %",
    "0.15, 15 %",
    "0.1001, 10.01 %",
    "0.8, 80 %",
    "0.3333, 33.33 %",
    "0.00025, 0.025 %",
  })
  void saysTheShareOfTestImagesInWords(double share, String words) {
    assertThat(ImportOptions.DEFAULT.withTestFraction(share).text())
        .isEqualTo("as found crop, " + words + " for tests by seed 42");
  }

  @Test
  void saysAllOfIt() {
    ImportOptions all = new ImportOptions(new ImageShape(32, 16, 3), Fit.PAD, true, 0.25, 7);
    assertThat(all.text()).isEqualTo("32x16x3 pad inverted, one in 4 for tests by seed 7");
  }

  @Test
  void sharesThatAreSaidAlikeAreKeptApart() {
    ImportOptions some = ImportOptions.DEFAULT.withTestFraction(0.142857);
    assertThat(some.text()).isEqualTo(ImportOptions.DEFAULT.text());
    assertThat(some.key()).isNotEqualTo(ImportOptions.DEFAULT.key());
  }
}
