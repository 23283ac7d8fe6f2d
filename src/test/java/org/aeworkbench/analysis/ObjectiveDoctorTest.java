package org.aeworkbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.aeworkbench.datasets.Mnist;
import org.aeworkbench.model.Corruption;
import org.aeworkbench.model.LossTerms;
import org.aeworkbench.model.Objective;
import org.aeworkbench.model.Penalty;
import org.aeworkbench.model.Presets;
import org.aeworkbench.model.PublishedPresets;
import org.aeworkbench.model.TrainingPlan;
import org.aeworkbench.modelfile.EpochResult;
import org.aeworkbench.network.Autoencoder;
import org.aeworkbench.network.CodeDistributions;
import org.junit.jupiter.api.Test;

/** What is said of noise, sparsity and gaussian codes that go wrong, and what is not said. */
class ObjectiveDoctorTest {
  private static final Objective VARIATIONAL = Objective.LAB.withPenalty(Penalty.Kl.STANDARD);

  @Test
  void collapseIsNamedWithItsMend() {
    assertThat(ObjectiveDoctor.ofDivergences(new double[] {0.001, 0, 0.009}, VARIATIONAL))
        .hasValueSatisfying(
            text -> assertThat(text).contains("all 3 units", "carries nothing", "warm-up", "1.0"));
    assertThat(ObjectiveDoctor.ofDivergences(new double[] {0.001, 0, 2}, VARIATIONAL))
        .hasValueSatisfying(text -> assertThat(text).contains("2 of the 3 units"));
    assertThat(ObjectiveDoctor.ofDivergences(new double[] {0.001, 1, 2}, VARIATIONAL)).isEmpty();
    Objective warm = Objective.LAB.withPenalty(new Penalty.Kl(4, 5, true));
    assertThat(ObjectiveDoctor.ofDivergences(new double[] {0}, warm))
        .hasValueSatisfying(text -> assertThat(text).contains("longer warm-up", "4.0"));
  }

  @Test
  void divergencesAreThoseOfNormalDistributions() {
    CodeDistributions codes =
        new CodeDistributions(
            new float[][] {{0, 2}, {0, -2}},
            new float[][] {{0, (float) Math.log(0.25)}, {0, (float) Math.log(0.25)}});
    double[] divergences = codes.divergences();
    assertThat(divergences[0]).isZero();
    assertThat(divergences[1]).isCloseTo(0.5 * (4 + 0.25 - Math.log(0.25) - 1), within(1e-6));
  }

  @Test
  void aPenaltyThatHasKilledTheCodeIsNamed() {
    TrainingPlan plan = PublishedPresets.BLOG_SPARSE.plan();
    Autoencoder dead = new Autoencoder(plan.spec(), new float[plan.spec().parameterCount()]);
    LatentStatistics codes = LatentStatistics.of(dead, Mnist.load().test().first(50), () -> false);
    assertThat(LossDoctor.ofCodes(codes, plan.objective()))
        .hasValueSatisfying(text -> assertThat(text).contains("all 32 units", "penalty of 1.0E-4"));
    assertThat(LossDoctor.ofCodes(codes, Objective.LAB))
        .hasValueSatisfying(text -> assertThat(text).contains("Another seed"));
  }

  @Test
  void noiseThatIsTooStrongIsNamed() {
    TrainingPlan plan = Presets.LAB_SHALLOW.plan();
    assertThat(LossDoctor.beforehand(plan.withObjective(noisy(new Corruption.Gaussian(2)))))
        .hasValueSatisfying(text -> assertThat(text).contains("gaussian:2", "gaussian:0.4"));
    assertThat(LossDoctor.beforehand(plan.withObjective(noisy(new Corruption.Masking(0.95)))))
        .hasValueSatisfying(text -> assertThat(text).contains("masking:0.3"));
    assertThat(LossDoctor.beforehand(plan.withObjective(noisy(new Corruption.Gaussian(0.5)))))
        .isEmpty();
    Baselines baselines = new Baselines(0, 0, 0.26);
    List<EpochResult> epochs = epochs(0.2605, 0.2604);
    LossDoctor.Course course = new LossDoctor.Course(500, 0.2603, epochs);
    assertThat(
            LossDoctor.ofLosses(
                course, plan.withObjective(noisy(new Corruption.Gaussian(0.9))), baselines))
        .hasValueSatisfying(text -> assertThat(text).contains("less noise than gaussian:0.9"));
  }

  @Test
  void aLossThatGrowsWhileBetaDoesIsNoDivergence() {
    TrainingPlan warm =
        PublishedPresets.MLP_VAE
            .plan()
            .withObjective(Objective.LAB.withPenalty(new Penalty.Kl(10, 3, true)));
    LossDoctor.Course course = new LossDoctor.Course(1500, 0.2, epochs(0.1, 0.12, 0.16));
    assertThat(LossDoctor.ofLosses(course, warm, null)).isEmpty();
    TrainingPlan atOnce =
        warm.withObjective(Objective.LAB.withPenalty(new Penalty.Kl(10, 0, true)));
    assertThat(LossDoctor.ofLosses(course, atOnce, null)).isPresent();
  }

  @Test
  void quantilesAndThePlaneOfTwoNumbers() {
    assertThat(NormalDistribution.quantile(0.5)).isZero();
    for (double x : new double[] {-4, -2, -1, -0.1, 0.3, 1.5, 3}) {
      assertThat(NormalDistribution.quantile(share(x))).isCloseTo(x, within(1e-6));
    }
    float[][] codes = Manifold.codes(new float[] {9, 9, 9}, 2, 0, 3);
    assertThat(codes).hasDimensions(9, 3);
    assertThat(codes[0]).containsExactly(-codes[8][0], 9, -codes[8][2]);
    assertThat(codes[4]).containsExactly(0, 9, 0);
    assertThat(codes[2][2]).isPositive();
    assertThat(codes[2][0]).isPositive();
  }

  /** The normal distribution's integral up to x, by Simpson's rule. */
  private static double share(double x) {
    int steps = 2000;
    double h = x / steps;
    double sum =
        IntStream.rangeClosed(0, steps)
            .mapToDouble(
                i -> (i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2) * Math.exp(-h * i * h * i / 2))
            .sum();
    return 0.5 + sum * h / 3 / Math.sqrt(2 * Math.PI);
  }

  private static Objective noisy(Corruption corruption) {
    return Objective.LAB.withCorruption(corruption);
  }

  private static List<EpochResult> epochs(double... losses) {
    return IntStream.range(0, losses.length)
        .mapToObj(
            i ->
                new EpochResult(
                    i + 1, LossTerms.plain(losses[i]), LossTerms.plain(losses[i]), 0.001, 1))
        .toList();
  }
}
