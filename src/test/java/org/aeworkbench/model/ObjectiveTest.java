package org.aeworkbench.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.aeworkbench.problem.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes together, and what is said where it does not. */
class ObjectiveTest {
  private static final TrainingPlan SHALLOW = Presets.LAB_SHALLOW.plan();
  private static final TrainingPlan VARIATIONAL = PublishedPresets.MLP_VAE.plan();

  @ParameterizedTest
  @CsvSource({
    "gaussian:0.4, gaussian:0.4",
    "GAUSSIAN:.50, gaussian:0.5",
    "masking:1, masking:1",
    "saltpepper:1e-2, saltpepper:0.01",
    " none , none"
  })
  void noiseIsText(String text, String printed) {
    assertThat(Corruption.parse(text).text()).isEqualTo(printed);
    assertThat(Corruption.parse(printed)).isEqualTo(Corruption.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gaussian",
        "gaussian:",
        "gaussian:-1",
        "gaussian:11",
        "masking:1.01",
        "saltpepper:2",
        "speckle:0.1",
        "gaussian:0.1:2",
        "gaussian:NaN",
        "",
        "none:1"
      })
  void otherTextIsRefusedWithTheRemedy(String text) {
    assertThatThrownBy(() -> Corruption.parse(text))
        .isInstanceOf(UsageException.class)
        .hasMessageMatching("[^\\n]*(Write gaussian:SIGMA|Choose 0 to)[^\\n]*");
  }

  @Test
  void aGaussianCodeAndTheDivergenceNeedEachOther() {
    assertThatThrownBy(() -> SHALLOW.withObjective(Objective.LAB.withPenalty(Penalty.Kl.STANDARD)))
        .hasMessageContaining("gaussian:32");
    assertThatThrownBy(() -> VARIATIONAL.withObjective(Objective.LAB))
        .hasMessageContaining("variational");
    assertThatThrownBy(
            () -> VARIATIONAL.withObjective(Objective.LAB.withPenalty(new Penalty.L1(1e-5))))
        .hasMessageContaining("sparsity");
    // Another network takes the penalty of its kind of code along.
    assertThat(SHALLOW.withSpec(VARIATIONAL.spec()).objective().penalty())
        .isEqualTo(Penalty.Kl.STANDARD);
    assertThat(VARIATIONAL.withSpec(SHALLOW.spec()).objective().isPlain()).isTrue();
  }

  @Test
  void aWarmUpGrowsUpdateByUpdateToBeta() {
    Penalty.Kl kl = new Penalty.Kl(4, 2, true);
    assertThat(kl.weight(0, 10)).isZero();
    assertThat(kl.weight(5, 10)).isEqualTo(1);
    assertThat(kl.weight(20, 10)).isEqualTo(4);
    assertThat(kl.weight(Long.MAX_VALUE, 10)).isEqualTo(4);
    assertThat(kl.weight()).isEqualTo(4);
    assertThatThrownBy(() -> new Penalty.Kl(-1, 0, true)).isInstanceOf(UsageException.class);
    assertThatThrownBy(() -> new Penalty.Kl(1, -1, true)).isInstanceOf(UsageException.class);
    assertThatThrownBy(() -> new Penalty.L1(Double.NaN)).isInstanceOf(UsageException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "28x28x1 | dense:32:relu | dense:784:sigmoid;"
            + " 28x28x1 | gaussian:32 | dense:784:sigmoid",
        "28x28x1 | conv:2:relu pool | up conv:1:sigmoid;"
            + " 28x28x1 | conv:2:relu pool gaussian:392"
            + " | dense:392:relu reshape:2:14:14 up conv:1:sigmoid",
        "28x28x1 | dense:8:relu dropout:0.1 | dense:784:sigmoid;"
            + " 28x28x1 | dense:8:relu dropout:0.1 gaussian:8 | dense:784:sigmoid"
      })
  void anyNetworkBecomesVariational(String plain, String variational) {
    NetworkSpec made = NetworkSpec.parse(plain).withGaussianCode();
    assertThat(made).isEqualTo(NetworkSpec.parse(variational));
    assertThat(made.withGaussianCode()).isEqualTo(made);
  }

  @Test
  void termsAreAddedUpAndSummedOverAnImage() {
    LossTerms terms = new LossTerms(0.1025, 0.0322);
    assertThat(terms.total()).isCloseTo(0.1347, within(1e-12));
    assertThat(terms.anImage(784).total()).isCloseTo(105.6, within(0.01));
    assertThat(new LossTerms(1, Double.NaN).isFinite()).isFalse();
  }
}
