package org.aeworkbench.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.ArrayList;
import java.util.List;
import org.aeworkbench.data.Dataset;
import org.aeworkbench.data.Mnist;
import org.aeworkbench.network.Architecture;
import org.aeworkbench.network.AutoencoderSpec;
import org.aeworkbench.network.Optimizer;
import org.aeworkbench.problem.UsageException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrainingLoopTest {
  private static Dataset training;
  private static Dataset validation;

  @BeforeAll
  static void load() {
    Mnist mnist = Mnist.load();
    training = mnist.training().first(250);
    validation = mnist.test().first(60);
  }

  private static TrainingPlan plan(Architecture architecture, Backend backend) {
    return Preset.of(architecture)
        .plan()
        .withSpec(new AutoencoderSpec(architecture, 16))
        .withEpochs(2)
        .withBatchSize(64)
        .withBackend(backend);
  }

  private static TrainingLoop loop() {
    return new TrainingLoop(training, validation, 2);
  }

  private static TrainedModel train(TrainingPlan plan) {
    TrainingLoop loop = loop();
    return loop.run(
        loop.untrained(plan, "MNIST"), new TrainingControl(), new TrainingObserver() {});
  }

  @ParameterizedTest
  @EnumSource(Backend.class)
  void givesTheSameLossesForTheSameSeed(Backend backend) {
    TrainingPlan plan = plan(Architecture.SHALLOW, backend);
    TrainedModel first = train(plan);
    TrainedModel second = train(plan);
    TrainedModel other = train(plan.withSeed(7));
    assertArrayEquals(first.history().batchLosses(), second.history().batchLosses());
    assertArrayEquals(first.parameters(), second.parameters());
    assertThat(other.history().batchLosses()[0]).isNotEqualTo(first.history().batchLosses()[0]);
  }

  @ParameterizedTest
  @EnumSource(Architecture.class)
  void trainsAlikeOnBothBackends(Architecture architecture) {
    TrainedModel vector = train(plan(architecture, Backend.VECTOR));
    TrainedModel dl4j = train(plan(architecture, Backend.DL4J));
    for (int i = 0; i < vector.history().batchLosses().length; i++) {
      assertThat((double) vector.history().batchLosses()[i])
          .isCloseTo(dl4j.history().batchLosses()[i], within(2e-5));
    }
    for (int i = 0; i < 2; i++) {
      assertThat(vector.history().epochs().get(i).validationLoss())
          .isCloseTo(dl4j.history().epochs().get(i).validationLoss(), within(2e-5));
    }
  }

  @ParameterizedTest
  @EnumSource(Backend.class)
  void goesOnAfterAStopAsIfThereHadBeenNone(Backend backend) {
    for (Optimizer optimizer :
        List.of(new Optimizer.Adadelta(), new Optimizer.Adam(), new Optimizer.Sgd())) {
      TrainingPlan plan = plan(Architecture.SHALLOW, backend).withOptimizer(optimizer);
      TrainedModel whole = train(plan);
      TrainingControl control = new TrainingControl();
      TrainingObserver stopInSecondEpoch =
          new TrainingObserver() {
            @Override
            public void onBatch(int epoch, int batch, int batches, double loss) {
              if (epoch == 2 && batch == 2) {
                control.stop();
              }
            }
          };
      TrainedModel stopped =
          loop().run(loop().untrained(plan, "MNIST"), control, stopInSecondEpoch);
      assertThat(stopped.history().batchLosses()).hasSize(6);
      TrainedModel resumed = loop().run(stopped, new TrainingControl(), new TrainingObserver() {});
      assertArrayEquals(whole.history().batchLosses(), resumed.history().batchLosses());
      assertArrayEquals(whole.parameters(), resumed.parameters());
      assertThat(resumed.history().epochs().getLast().trainLoss())
          .isEqualTo(whole.history().epochs().getLast().trainLoss());
    }
  }

  @Test
  void goesOnUnderTheOtherBackend() {
    TrainingPlan plan = plan(Architecture.DEEP, Backend.VECTOR).withOptimizer(new Optimizer.Adam());
    TrainedModel whole = train(plan);
    TrainedModel half = train(plan.withEpochs(1));
    TrainedModel mixed =
        loop()
            .run(
                half.withPlan(plan.withBackend(Backend.DL4J)),
                new TrainingControl(),
                new TrainingObserver() {});
    assertThat(mixed.history().epochs().getLast().validationLoss())
        .isCloseTo(whole.history().epochs().getLast().validationLoss(), within(2e-5));
  }

  @Test
  void keepsTheLastGoodParametersWhenItDiverges() {
    TrainingPlan plan =
        plan(Architecture.DEEP, Backend.VECTOR)
            .withOptimizer(new Optimizer.Sgd(100, 0.99))
            .withEpochs(50);
    assertThatThrownBy(() -> train(plan))
        .isInstanceOfSatisfying(
            TrainingDivergedException.class,
            e -> {
              assertThat(e).hasMessageContaining("Lower the learning rate");
              float[][] images = validation.images(0, 1, 2);
              for (float[] image : e.lastGood().autoencoder().reconstruct(images)) {
                for (float pixel : image) {
                  assertThat(pixel).isBetween(0f, 1f);
                }
              }
            });
  }

  @ParameterizedTest
  @EnumSource(Backend.class)
  void stopsAtALossThatIsNotFinite(Backend backend) {
    TrainedModel good = loop().untrained(plan(Architecture.DEEP, backend), "MNIST");
    float[] broken = good.parameters().clone();
    broken[broken.length - 1] = Float.NaN;
    TrainedModel start =
        new TrainedModel(
            good.plan(), broken, good.updaterState(), good.history(), good.provenance());
    assertThatThrownBy(() -> loop().run(start, new TrainingControl(), new TrainingObserver() {}))
        .isInstanceOfSatisfying(
            TrainingDivergedException.class,
            e -> assertArrayEquals(broken, e.lastGood().parameters()));
  }

  @ParameterizedTest
  @EnumSource(Backend.class)
  void changesTheLearningRateWhileItTrains(Backend backend) {
    for (Optimizer optimizer : List.of(new Optimizer.Adadelta(), new Optimizer.Adam())) {
      TrainingControl control = new TrainingControl();
      control.setLearningRate(1e-9);
      TrainingPlan plan = plan(Architecture.SHALLOW, backend).withOptimizer(optimizer);
      TrainedModel untrained = loop().untrained(plan, "MNIST");
      TrainedModel still = loop().run(untrained, control, new TrainingObserver() {});
      assertThat(still.plan().optimizer().learningRate()).isEqualTo(1e-9);
      assertArrayEquals(untrained.parameters(), still.parameters(), 1e-6f);
    }
  }

  @Test
  void tellsItsObserverWhatHappens() {
    List<String> events = new ArrayList<>();
    TrainingLoop loop = loop();
    TrainedModel start = loop.untrained(plan(Architecture.SHALLOW, Backend.VECTOR), "MNIST");
    loop.run(
        start,
        new TrainingControl(),
        new TrainingObserver() {
          @Override
          public void onBatch(int epoch, int batch, int batches, double loss) {
            events.add("batch " + epoch + " " + batch + "/" + batches);
          }

          @Override
          public void onEpoch(EpochResult result) {
            events.add("epoch " + result.epoch());
          }

          @Override
          public void onCheckpoint(TrainedModel model) {
            events.add("checkpoint " + model.history().epochs().size());
          }
        });
    assertThat(events)
        .containsExactly(
            "batch 1 1/4",
            "batch 1 2/4",
            "batch 1 3/4",
            "batch 1 4/4",
            "epoch 1",
            "checkpoint 1",
            "batch 2 1/4",
            "batch 2 2/4",
            "batch 2 3/4",
            "batch 2 4/4",
            "epoch 2",
            "checkpoint 2");
  }

  @Test
  void refusesABatchLargerThanTheData() {
    assertThatThrownBy(() -> train(plan(Architecture.SHALLOW, Backend.VECTOR).withBatchSize(251)))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "A batch of 251 is larger than the data (250 images)."
                + " Choose a batch size of at most 250.");
  }
}
