package org.aeworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PaceTest {
  private long now;
  private final Pace pace = new Pace(3, () -> now);

  private void batch(int epoch, int number, double seconds) {
    now += (long) (seconds * 1e9);
    pace.batchDone(epoch, number, 10);
  }

  @Test
  void theFirstBatchIsNotBelieved() {
    batch(1, 1, 60);
    assertThat(pace.isKnown()).isFalse();
    batch(1, 2, 0.6);
    assertThat(pace.isKnown()).isFalse();
    batch(1, 3, 0.6);
    assertThat(pace.isKnown()).isFalse();
    batch(1, 4, 0.6);
    assertThat(pace.isKnown()).isTrue();
    assertThat(pace.epochSeconds()).isCloseTo(6, within(1e-9));
    assertThat(pace.remainingSeconds()).isCloseTo(6 * 2.6, within(1e-9));
  }

  @Test
  void slowBatchesAtTheStartAreForgotten() {
    batch(1, 1, 60);
    batch(1, 2, 30);
    batch(1, 3, 10);
    for (int i = 4; i <= 10; i++) {
      batch(1, i, 0.5);
    }
    assertThat(pace.epochSeconds()).isCloseTo(5, within(1e-9));
  }

  @Test
  void aFinishedEpochCountsWithItsValidation() {
    for (int i = 1; i <= 10; i++) {
      batch(1, i, 1);
    }
    pace.epochDone(13);
    assertThat(pace.epochSeconds()).isEqualTo(13);
    batch(2, 1, 4);
    assertThat(pace.isKnown()).isTrue();
    assertThat(pace.remainingSeconds()).isCloseTo(13 * 1.9, within(1e-9));
  }

  @Test
  void timesReadWell() {
    assertThat(Durations.text(0.04)).isEqualTo("0.0 s");
    assertThat(Durations.text(9.94)).isEqualTo("9.9 s");
    assertThat(Durations.text(9.96)).isEqualTo("10 s");
    assertThat(Durations.text(59.4)).isEqualTo("59 s");
    assertThat(Durations.text(59.6)).isEqualTo("1:00 min");
    assertThat(Durations.text(450)).isEqualTo("7:30 min");
    assertThat(Durations.text(3723)).isEqualTo("1:02:03 h");
    assertThat(Durations.clock(9)).isEqualTo("0:09");
  }
}
