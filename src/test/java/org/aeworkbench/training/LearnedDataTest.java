package org.aeworkbench.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.aeworkbench.datasets.DataSplit;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.modelfile.Provenance;
import org.junit.jupiter.api.Test;

class LearnedDataTest {
  private final DataSplit data = new DataSplit(images(1, 40), images(2, 30));

  private static Dataset images(long seed, int count) {
    byte[] pixels = new byte[count * Dataset.PIXELS];
    new Random(seed).nextBytes(pixels);
    return Dataset.unlabelled(pixels);
  }

  private static Provenance learned(Dataset training, int images) {
    return new Provenance("Own", training.checksum(), images, "1", "2026-01-01T00:00:00Z");
  }

  @Test
  void knowsAllItsData() {
    assertThat(LearnedData.of(learned(data.training(), 40), data))
        .isEqualTo(new LearnedData.All(data));
  }

  @Test
  void aPartIsTheFirstImagesAndAsManyTestImages() {
    assertThat(LearnedData.of(learned(data.training().first(7), 7), data))
        .isInstanceOfSatisfying(
            LearnedData.Part.class,
            part -> {
              assertThat(part.data().training().heldBytes())
                  .isEqualTo(data.training().first(7).heldBytes());
              assertThat(part.data().test().heldBytes())
                  .isEqualTo(data.test().first(7).heldBytes());
            });
    assertThat(LearnedData.of(learned(data.training().first(35), 35), data))
        .isInstanceOfSatisfying(
            LearnedData.Part.class, part -> assertThat(part.data().test().size()).isEqualTo(30));
  }

  @Test
  void otherImagesAreOthersWhateverTheirNumber() {
    Dataset others = images(3, 60);
    for (int count : new int[] {7, 40, 60}) {
      assertThat(LearnedData.of(learned(others.first(count), count), data))
          .isEqualTo(
              new LearnedData.Other("The model has learned other images (" + count + " of Own)."));
    }
    for (int absurd : new int[] {0, -1, Integer.MAX_VALUE}) {
      assertThat(LearnedData.of(learned(data.training(), absurd), data))
          .isInstanceOf(LearnedData.Other.class);
    }
  }
}
