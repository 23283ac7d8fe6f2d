package org.aeworkbench.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.aeworkbench.datasets.DataSplit;
import org.aeworkbench.datasets.Mnist;
import org.aeworkbench.model.Corruption;
import org.aeworkbench.model.LossTerms;
import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.model.Objective;
import org.aeworkbench.model.Penalty;
import org.aeworkbench.model.PublishedPresets;
import org.aeworkbench.model.TrainingPlan;
import org.aeworkbench.modelfile.EpochResult;
import org.aeworkbench.modelfile.ModelFile;
import org.aeworkbench.modelfile.TrainedModel;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Trainings of every objective, ended within an epoch, kept in a file and gone on with. */
class ObjectiveResumeTest {
  private static final DataSplit DATA = Mnist.load().first(300);

  @TempDir private Path folder;

  static Stream<TrainingPlan> plans() {
    TrainingPlan variational =
        PublishedPresets.MLP_VAE
            .plan()
            .withSpec(
                NetworkSpec.parse(
                    "28x28x1 | dense:20:relu gaussian:3 | dense:20:relu dense:784:sigmoid"));
    TrainingPlan conv =
        PublishedPresets.KERAS_DENOISING
            .plan()
            .withSpec(
                NetworkSpec.parse(
                    "28x28x1 | conv:3:relu pool conv:2:relu pool"
                        + " | tconv:3:relu tconv:2:relu conv:1:sigmoid"));
    return Stream.of(
            variational.withObjective(
                Objective.LAB
                    .withPenalty(new Penalty.Kl(2, 2, true))
                    .withCorruption(new Corruption.SaltAndPepper(0.1))),
            conv,
            PublishedPresets.BLOG_SPARSE.plan())
        .map(plan -> plan.withEpochs(3).withBatchSize(64));
  }

  @ParameterizedTest
  @MethodSource("plans")
  void comeToTheVeryCurveOfOneThatWasNotInterrupted(TrainingPlan plan) {
    TrainingLoop loop = new TrainingLoop(DATA.training(), DATA.test(), 2);
    TrainedModel start = loop.untrained(plan, "MNIST");
    TrainedModel whole = loop.run(start, new TrainingControl(), new TrainingObserver() {});
    TrainingControl control = new TrainingControl();
    TrainedModel half =
        loop.run(
            start,
            control,
            new TrainingObserver() {
              @Override
              public void onBatch(int epoch, int batch, int batches, LossTerms loss) {
                if (epoch == 2 && batch == 3) {
                  control.stop();
                }
              }
            });
    Path file = folder.resolve("half.aemodel");
    ModelFile.save(half, file);
    TrainedModel kept = ModelFile.load(file);
    assertThat(kept.plan()).isEqualTo(plan);
    TrainedModel resumed =
        new TrainingLoop(DATA.training(), DATA.test(), 1)
            .run(kept, new TrainingControl(), new TrainingObserver() {});

    assertThat(resumed.parameters()).isEqualTo(whole.parameters());
    assertThat(resumed.history().batches().means()).isEqualTo(whole.history().batches().means());
    assertThat(terms(resumed)).isEqualTo(terms(whole)).hasSize(3);
    assertThat(whole.history().epochs())
        .allMatch(
            epoch ->
                epoch.train().penalty() > 0
                    == !(plan.objective().penalty() instanceof Penalty.None));
  }

  private static List<List<LossTerms>> terms(TrainedModel model) {
    return model.history().epochs().stream()
        .map((EpochResult epoch) -> List.of(epoch.train(), epoch.validation()))
        .toList();
  }
}
