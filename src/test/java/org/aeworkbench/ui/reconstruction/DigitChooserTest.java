package org.aeworkbench.ui.reconstruction;

import static org.assertj.core.api.Assertions.assertThat;

import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.ui.common.ClassText;
import org.junit.jupiter.api.Test;

class DigitChooserTest {
  private static int[] oneOfEach(Dataset data, int count) {
    return DigitChooser.choose(DigitChoice.EACH_CLASS, data, count, 0, "", null);
  }

  @Test
  void oneOfEachClassWhateverTheClassesAre() {
    int[] labels = {14, 3, 14, Dataset.NO_LABEL, 700, 3, 0};
    Dataset data = new Dataset(new byte[labels.length * Dataset.PIXELS], labels);
    assertThat(oneOfEach(data, 10)).containsExactly(6, 1, 0, 4);
  }

  @Test
  void withoutLabelsTheFirstImages() {
    assertThat(oneOfEach(Dataset.unlabelled(new byte[5 * Dataset.PIXELS]), 3))
        .containsExactly(0, 1, 2);
  }

  @Test
  void aClassIsSpokenOfAsWhatItIs() {
    assertThat(ClassText.of(7, "?")).isEqualTo("a 7");
    assertThat(ClassText.of(8, "?")).isEqualTo("an 8");
    assertThat(ClassText.of(26, "?")).isEqualTo("class 26");
    assertThat(ClassText.of(Dataset.NO_LABEL, "#3")).isEqualTo("#3");
    assertThat("digit 3" + ClassText.suffix(Dataset.NO_LABEL)).isEqualTo("digit 3");
    assertThat("digit 3" + ClassText.suffix(4)).isEqualTo("digit 3, a 4");
  }
}
