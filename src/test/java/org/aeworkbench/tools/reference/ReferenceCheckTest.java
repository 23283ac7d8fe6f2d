package org.aeworkbench.tools.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.datasets.Mnist;
import org.aeworkbench.model.BackendName;
import org.aeworkbench.model.Optimizer;
import org.aeworkbench.problem.ProblemException;
import org.aeworkbench.problem.UsageException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both backends against PyTorch: the same losses, codes and parameters from the same start. */
class ReferenceCheckTest {
  private static final Path FILE = Path.of("src/test/resources/reference/torch-losses.json");
  private static final List<ReferenceCase> CASES = ReferenceFile.read(FILE);
  private static final List<ReferenceCase> VARIANTS =
      ReferenceFile.read(Path.of("src/test/resources/reference/torch-variants.json"));
  private static Dataset images;

  @BeforeAll
  static void load() {
    images = Mnist.load().training();
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 5})
  void dl4jLearnsWhatPyTorchLearns(int number) { // the quick ones; check-reference runs all
    Deviations deviations =
        new ReferenceCheck(images, BackendName.DL4J, 2).run(CASES.get(number - 1));
    assertThat(deviations.within(2e-3, 1e-4)).as(deviations.toString()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9})
  void theVectorEngineLearnsWhatPyTorchLearns(int number) {
    Deviations deviations =
        new ReferenceCheck(images, BackendName.VECTOR, 2).run(CASES.get(number - 1));
    assertThat(deviations.within(5e-4, 1e-4)).as(deviations.toString()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14})
  void theVectorEngineLearnsWhatPyTorchLearnsOfOtherNetworksAndObjectives(int number) {
    ReferenceCase variant = VARIANTS.get(number - 1);
    Deviations deviations = new ReferenceCheck(images, BackendName.VECTOR, 2).run(variant);
    // Of colours a single activation decides, below the rounding of a float; see
    // ReferenceCasesTest of the engine.
    double tolerance = variant.name().equals("colour 32x32") ? 1e-2 : 5e-4;
    assertThat(deviations.within(tolerance, 1e-4)).as("%s %s", variant, deviations).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {3}) // the quick one; check-reference runs all
  void dl4jLearnsFromCorruptedImagesWhatPyTorchLearns(int number) {
    Deviations deviations =
        new ReferenceCheck(images, BackendName.DL4J, 2).run(VARIANTS.get(number - 1));
    assertThat(deviations.within(2e-3, 1e-4)).as(deviations.toString()).isTrue();
  }

  @Test
  void whatDl4jCannotTrainIsRefusedWithTheReason() {
    assertThat(VARIANTS).hasSize(14);
    ReferenceCheck check = new ReferenceCheck(images, BackendName.DL4J, 2);
    assertThatThrownBy(() -> check.run(VARIANTS.get(0)))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("penalty")
        .hasMessageContaining("Choose the backend vector.");
    assertThatThrownBy(() -> check.run(VARIANTS.get(5)))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("gaussian code");
  }

  @Test
  void anotherTrainingDoesNotPass() {
    ReferenceCase right = CASES.get(3);
    ReferenceCase wrong =
        new ReferenceCase(
            right.name(),
            right.spec(),
            right.made(),
            new Optimizer.Sgd(0.49, 0),
            right.objective(),
            right.batchSize(),
            right.losses(),
            right.codeL2(),
            right.codeOfImage0(),
            right.reconstructionSums(),
            right.parameters());
    Deviations deviations = new ReferenceCheck(images, BackendName.VECTOR, 2).run(wrong);
    assertThat(deviations.firstLoss()).isLessThan(1e-4); // the same start
    assertThat(deviations.losses()).isGreaterThan(1e-3);
    assertThat(deviations.parameterNorms()).isPositive();
    assertThat(deviations.within(2e-3, 1e-4)).isFalse();
  }

  @Test
  void aCaseMayNotNeedMoreImagesThanThereAre() {
    assertThatThrownBy(
            () -> new ReferenceCheck(images.first(1000), BackendName.VECTOR, 1).run(CASES.get(0)))
        .isInstanceOf(ProblemException.class)
        .hasMessage(
            "The case needs 25600 images, there are 1000. Use fewer steps or a smaller batch.");
  }

  @Test
  void aSumNearZeroIsMeasuredByItsScale() {
    assertThat(Deviations.relative(0.002, 0.001, 10)).isEqualTo(0.0001);
    assertThat(Deviations.relative(2, 1, 0)).isEqualTo(1);
    assertThat(Deviations.relative(Double.NaN, 1, 0)).isNaN();
    assertThat(new Deviations(0, Double.NaN, 0, 0, 0, 0, 0, 0).within(1, 1)).isFalse();
    assertThat(new Deviations(2e-4, 0, 0, 0, 0, 0, 0, 0).within(1, 1e-4)).isFalse();
  }
}
