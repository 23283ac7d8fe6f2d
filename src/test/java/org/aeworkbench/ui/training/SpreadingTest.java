package org.aeworkbench.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SpreadingTest {
  @Test
  void whatIsFarApartStaysWhereItWants() {
    assertThat(Spreading.tops(new double[] {10, 40, 90}, 14, 200)).containsExactly(10, 40, 90);
  }

  @Test
  void whatIsCloseMovesApartEvenly() {
    assertThat(Spreading.tops(new double[] {50, 50, 150}, 20, 200)).containsExactly(40, 60, 150);
    assertThat(Spreading.tops(new double[] {50, 55, 60}, 20, 200)).containsExactly(35, 55, 75);
  }

  @Test
  void nothingLeavesTheRoom() {
    assertThat(Spreading.tops(new double[] {-7, -3}, 14, 100)).containsExactly(0, 14);
    assertThat(Spreading.tops(new double[] {80, 95}, 14, 100)).containsExactly(72, 86);
    assertThat(Spreading.tops(new double[] {5, 5, 5}, 14, 28)).containsExactly(0, 7, 14);
    assertThat(Spreading.tops(new double[] {}, 14, 28)).isEmpty();
    assertThat(Spreading.tops(new double[] {3}, 14, 5)).containsExactly(0);
  }

  @Test
  void labelsOfAnyLinesKeepOutOfEachOtherAndInTheRoom() {
    SplittableRandom random = new SplittableRandom(1);
    for (int round = 0; round < 1000; round++) {
      double[] wanted = random.doubles(random.nextInt(1, 9), -20, 220).sorted().toArray();
      double[] tops = Spreading.tops(wanted, 14, 200);
      for (int i = 0; i < tops.length; i++) {
        assertThat(tops[i]).isBetween(-1e-9, 186 + 1e-9);
        assertThat(i == 0 ? 14 : tops[i] - tops[i - 1]).isGreaterThanOrEqualTo(14 - 1e-9);
      }
    }
  }
}
