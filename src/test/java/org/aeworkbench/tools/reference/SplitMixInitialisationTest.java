package org.aeworkbench.tools.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.aeworkbench.model.Presets;
import org.junit.jupiter.api.Test;

class SplitMixInitialisationTest {
  @Test
  void theFirstWeightIsSplitMix64OfZero() {
    // The first output of the published generator for seed 0 is 0xE220A8397B1DCDAF.
    double uniform = (0xE220A8397B1DCDAFL >>> 40) / (double) (1 << 24);
    float[] parameters = SplitMixInitialisation.parameters(Presets.LAB_SHALLOW.spec());
    assertThat(parameters[0]).isEqualTo((float) ((2 * uniform - 1) * Math.sqrt(6.0 / 816)));
  }

  @Test
  void biasesAreZeroAndWeightsGlorotUniform() {
    float[] parameters =
        SplitMixInitialisation.parameters(Presets.LAB_CONV.spec().withEncodingDim(32));
    double limit = Math.sqrt(6.0 / (9 * 1 + 9 * 16));
    double largest = 0;
    for (int i = 0; i < 144; i++) {
      largest = Math.max(largest, Math.abs(parameters[i]));
    }
    assertThat(largest).isCloseTo(limit, within(limit * 0.05)).isLessThanOrEqualTo(limit);
    for (int i = 144; i < 160; i++) {
      assertThat(parameters[i]).isZero();
    }
    assertThat(parameters[160]).isNotZero();
  }
}
