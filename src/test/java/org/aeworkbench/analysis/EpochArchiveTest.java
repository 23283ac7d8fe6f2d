package org.aeworkbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.model.Presets;
import org.aeworkbench.network.Autoencoder;
import org.junit.jupiter.api.Test;

class EpochArchiveTest {
  private static final NetworkSpec SPEC = Presets.LAB_CONV.spec().withEncodingDim(16);
  private static final long BYTES = 2L * SPEC.parameterCount();

  private static Autoencoder state(int epoch) {
    float[] parameters = new float[SPEC.parameterCount()];
    SplittableRandom random = new SplittableRandom(epoch);
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] = (float) random.nextDouble(-3, 3);
    }
    return new Autoencoder(SPEC, parameters);
  }

  private static EpochArchive filled(long budget, int epochs) {
    EpochArchive archive = new EpochArchive(budget);
    for (int epoch = 1; epoch <= epochs; epoch++) {
      archive.record(7, epoch, state(epoch));
    }
    return archive;
  }

  @Test
  void handsBackEveryEpochToWithinHalfPrecision() {
    EpochArchive archive = filled(EpochArchive.DEFAULT_BUDGET, 20);
    assertThat(archive.epochs()).isEqualTo(IntStream.rangeClosed(1, 20).boxed().toList());
    float[] expected = state(13).parameters();
    float[] kept = Objects.requireNonNull(archive.at(13)).parameters();
    for (int i = 0; i < expected.length; i++) {
      assertThat(kept[i]).isBetween(expected[i] - 0.002f, expected[i] + 0.002f);
    }
  }

  @Test
  void thinsOutWithinItsBudgetAndKeepsTheEnds() {
    EpochArchive archive = filled(10 * BYTES, 101);
    assertThat(archive.bytes()).isLessThanOrEqualTo(10 * BYTES);
    assertThat(archive.epochs()).containsExactly(1, 16, 32, 48, 64, 80, 96, 101);
    float[] nearest = Objects.requireNonNull(archive.at(40)).parameters();
    assertThat(nearest[0])
        .isBetween(state(32).parameters()[0] - 0.002f, state(32).parameters()[0] + 0.002f);
  }

  @Test
  void theLabsRunsFitWhole() {
    long deep = 2L * 100 * Presets.LAB_DEEP.spec().withEncodingDim(256).parameterCount();
    long shallow = 2L * 50 * Presets.LAB_SHALLOW.spec().withEncodingDim(256).parameterCount();
    assertThat(List.of(deep, shallow)).allMatch(bytes -> bytes < EpochArchive.DEFAULT_BUDGET);
  }

  @Test
  void anotherRunForgetsTheOneBefore() {
    EpochArchive archive = filled(EpochArchive.DEFAULT_BUDGET, 5);
    archive.record(8, 0, state(0));
    assertThat(archive.epochs()).containsExactly(0);
    assertThat(archive.run()).isEqualTo(8);
  }

  @Test
  void goingBackInTimeForgetsWhatCameAfter() {
    EpochArchive archive = filled(EpochArchive.DEFAULT_BUDGET, 5);
    archive.record(7, 3, state(30));
    assertThat(archive.epochs()).containsExactly(1, 2, 3);
  }

  @Test
  void isEmptyAtFirst() {
    EpochArchive archive = new EpochArchive(1000);
    assertThat(archive.at(3)).isNull();
    assertThat(archive.bytes()).isZero();
    archive.record(1, 4, state(4));
    assertThat(archive.at(3)).isNull();
  }
}
