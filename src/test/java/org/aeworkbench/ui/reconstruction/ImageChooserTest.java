package org.aeworkbench.ui.reconstruction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.ui.common.ClassText;
import org.junit.jupiter.api.Test;

class ImageChooserTest {
  private static int[] oneOfEach(Dataset data, int count) {
    return ImageChooser.choose(ImageChoice.EACH_CLASS, data, count, 0, "", null);
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
    int[] labels = {7, 8, 26, Dataset.NO_LABEL};
    Dataset digits = new Dataset(new byte[4 * Dataset.PIXELS], labels);
    assertThat(ClassText.of(digits, 0, "?")).isEqualTo("a 7");
    assertThat(ClassText.of(digits, 1, "?")).isEqualTo("an 8");
    assertThat(ClassText.of(digits, 2, "?")).isEqualTo("class 26");
    assertThat(ClassText.of(digits, 3, "#3")).isEqualTo("#3");
    ImageShape colour = new ImageShape(2, 2, 3);
    Dataset named = new Dataset(new byte[24], colour, new int[] {1, 2}, List.of("cat", "dog"));
    assertThat(ClassText.of(named, 0, "?")).isEqualTo("dog");
    assertThat(ClassText.of(named, 1, "?")).isEqualTo("class 2");
  }
}
