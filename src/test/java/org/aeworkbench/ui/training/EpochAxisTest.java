package org.aeworkbench.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EpochAxisTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 7, 17, 50, 100, 999, 1000, 100_000})
  void epochsOfAPlanAreWholeNumbersFromNought(int epochs) {
    double[] ticks = EpochAxis.ticks(0, epochs);
    assertThat(ticks).hasSizeBetween(2, 10).isSorted().startsWith(0);
    for (double tick : ticks) {
      assertThat(tick).isEqualTo(Math.rint(tick)).isBetween(0.0, (double) epochs);
    }
  }

  @Test
  void thePlansEndHasATickWhereItIsARoundNumber() {
    for (int epochs : new int[] {1, 2, 5, 10, 20, 50, 100, 1000}) {
      assertThat(EpochAxis.ticks(0, epochs)).endsWith(epochs);
    }
  }

  @Test
  void zoomedInItsTicksAreStillWholeWhileThereAreTwo() {
    assertThat(EpochAxis.ticks(2.4, 4.6)).containsExactly(3, 4);
    assertThat(EpochAxis.ticks(3.5, 4.5)).hasSizeGreaterThan(2).contains(4);
    assertThat(EpochAxis.ticks(3.21, 3.24)).hasSizeGreaterThan(2);
    assertThat(EpochAxis.ticks(3, 3)).isEmpty();
  }
}
