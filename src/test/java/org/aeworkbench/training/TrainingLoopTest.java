package org.aeworkbench.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.aeworkbench.datasets.DataSplit;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.datasets.Mnist;
import org.aeworkbench.model.BackendName;
import org.aeworkbench.model.LossTerms;
import org.aeworkbench.model.Optimizer;
import org.aeworkbench.model.Presets;
import org.aeworkbench.model.TrainingPlan;
import org.aeworkbench.modelfile.EpochResult;
import org.aeworkbench.modelfile.TrainedModel;
import org.aeworkbench.network.UpdaterState;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingLoopTest {
  private static Dataset training;
  private static Dataset validation;

  @BeforeAll
  static void load() {
    DataSplit mnist = Mnist.load();
    training = mnist.training().first(250);
    validation = mnist.test().first(60);
  }

  private static TrainingPlan plan(String architecture, BackendName backend) {
    return Presets.ofFamily(architecture)
        .plan()
        .withSpec(Presets.ofFamily(architecture).spec().withEncodingDim(16))
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
  @EnumSource(BackendName.class)
  void givesTheSameLossesForTheSameSeed(BackendName backend) {
    TrainingPlan plan = plan("shallow", backend);
    TrainedModel first = train(plan);
    TrainedModel second = train(plan);
    TrainedModel other = train(plan.withSeed(7));
    assertArrayEquals(first.history().batches().means(), second.history().batches().means());
    assertArrayEquals(first.parameters(), second.parameters());
    assertThat(other.history().batches().means()[0])
        .isNotEqualTo(first.history().batches().means()[0]);
  }

  /** What a stored data set is, without a file. */
  private static Dataset mapped(Dataset held) {
    MemorySegment bytes = Arena.ofAuto().allocate((long) held.size() * held.shape().size());
    bytes.copyFrom(MemorySegment.ofArray(held.bytes(0, held.size())));
    return Dataset.mapped(bytes, null, held.shape(), null, List.of(), held.checksum());
  }

  @ParameterizedTest
  @EnumSource(BackendName.class)
  void aDataSetThatIsNotInMemoryGivesTheSameBits(BackendName backend) {
    TrainingPlan plan = plan("shallow", backend);
    TrainingLoop loop = new TrainingLoop(mapped(training), mapped(validation), 2);
    TrainedModel start = loop.untrained(plan, "mapped");
    TrainedModel model = loop.run(start, new TrainingControl(), new TrainingObserver() {});
    TrainedModel held = train(plan);
    assertArrayEquals(held.parameters(), model.parameters());
    assertThat(model.history().epochs())
        .extracting(EpochResult::validationLoss)
        .isEqualTo(held.history().epochs().stream().map(EpochResult::validationLoss).toList());
    assertThat(start.provenance().dataChecksum()).isEqualTo(training.checksum());
  }

  @ParameterizedTest
  @ValueSource(strings = {"shallow", "deep", "conv"})
  void trainsAlikeOnBothBackends(String architecture) {
    TrainedModel vector = train(plan(architecture, BackendName.VECTOR));
    TrainedModel dl4j = train(plan(architecture, BackendName.DL4J));
    for (int i = 0; i < vector.history().batches().means().length; i++) {
      assertThat((double) vector.history().batches().means()[i])
          .isCloseTo(dl4j.history().batches().means()[i], within(2e-5));
    }
    for (int i = 0; i < 2; i++) {
      assertThat(vector.history().epochs().get(i).validationLoss())
          .isCloseTo(dl4j.history().epochs().get(i).validationLoss(), within(2e-5));
    }
  }

  @ParameterizedTest
  @EnumSource(BackendName.class)
  void goesOnAfterAStopAsIfThereHadBeenNone(BackendName backend) {
    for (Optimizer optimizer :
        List.of(new Optimizer.Adadelta(), new Optimizer.Adam(), new Optimizer.Sgd())) {
      TrainingPlan plan = plan("shallow", backend).withOptimizer(optimizer);
      TrainedModel whole = train(plan);
      TrainedModel stopped = stopped(plan, 2, 2);
      assertThat(stopped.history().batches().means()).hasSize(6);
      TrainedModel resumed = loop().run(stopped, new TrainingControl(), new TrainingObserver() {});
      assertArrayEquals(whole.history().batches().means(), resumed.history().batches().means());
      assertArrayEquals(whole.parameters(), resumed.parameters());
      assertThat(resumed.history().epochs().getLast().trainLoss())
          .isEqualTo(whole.history().epochs().getLast().trainLoss());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"shallow", "deep", "conv"})
  void goesOnUnderTheOtherBackendInTheMiddleOfAnEpoch(String architecture) {
    // The order of parameters differs from net to net, what is remembered from optimizer to
    // optimizer:
    // both are covered without every pair.
    List<Optimizer> optimizers =
        switch (architecture) {
          case "shallow" -> List.of(new Optimizer.Sgd(), new Optimizer.Adam());
          case "deep" -> List.of(new Optimizer.Adam());
          default -> List.of(new Optimizer.Adadelta());
        };
    for (Optimizer optimizer : optimizers) {
      TrainingPlan plan = plan(architecture, BackendName.VECTOR).withOptimizer(optimizer);
      float[] start = loop().untrained(plan, "MNIST").parameters();
      TrainedModel whole = train(plan);
      for (BackendName first : BackendName.values()) {
        BackendName second = first == BackendName.VECTOR ? BackendName.DL4J : BackendName.VECTOR;
        TrainedModel half = stopped(plan.withBackend(first), 1, 3);
        TrainedModel mixed =
            loop()
                .run(
                    half.withPlan(plan.withBackend(second)),
                    new TrainingControl(),
                    new TrainingObserver() {});
        assertThat(mixed.history().batches().means()).hasSize(8);
        assertThat(mixed.history().epochs().getLast().validationLoss())
            .isCloseTo(whole.history().epochs().getLast().validationLoss(), within(2e-5));
        assertThat(apart(mixed.parameters(), whole.parameters(), start))
            .as("%s, %s first", optimizer, first)
            .isLessThan(5e-3);
      }
    }
  }

  /** A run that was stopped after a batch of an epoch. */
  private static TrainedModel stopped(TrainingPlan plan, int inEpoch, int afterBatch) {
    TrainingControl control = new TrainingControl();
    return loop()
        .run(
            loop().untrained(plan, "MNIST"),
            control,
            new TrainingObserver() {
              @Override
              public void onBatch(int epoch, int batch, int batches, LossTerms loss) {
                if (epoch == inEpoch && batch == afterBatch) {
                  control.stop();
                }
              }
            });
  }

  /** How far parameters are apart, as a share of how far they have come. */
  private static double apart(float[] a, float[] b, float[] start) {
    double apart = 0;
    double way = 0;
    for (int i = 0; i < a.length; i++) {
      apart += Math.pow(a[i] - b[i], 2);
      way += Math.pow(b[i] - start[i], 2);
    }
    return Math.sqrt(apart / way);
  }

  @ParameterizedTest
  @EnumSource(BackendName.class)
  void theLastGoodParametersAreThoseBeforeItDiverged(BackendName backend) {
    TrainedModel good =
        train(plan("deep", backend).withOptimizer(new Optimizer.Sgd(0.1, 0.9)).withEpochs(1));
    // The next loss is finite; the update after it is not to be survived. (Infinite sums would not
    // do: DL4J clips its probabilities and finds their loss finite for another batch.)
    float[] runaway = good.updaterState().slots().getFirst().clone();
    Arrays.fill(runaway, Float.NaN);
    TrainedModel start =
        new TrainedModel(
            good.plan().withEpochs(9),
            good.parameters(),
            new UpdaterState(good.updaterState().iterations(), List.of(runaway)),
            good.history(),
            good.provenance());
    assertThatThrownBy(() -> loop().run(start, new TrainingControl(), new TrainingObserver() {}))
        .isInstanceOfSatisfying(
            TrainingDivergedException.class,
            e -> {
              assertThat(e).hasMessageContaining("epoch 2, batch 2");
              assertArrayEquals(good.parameters(), e.lastGood().parameters());
            });
  }

  @Test
  void keepsTheLastGoodParametersWhenItDiverges() {
    TrainingPlan plan =
        plan("deep", BackendName.VECTOR).withOptimizer(new Optimizer.Sgd(100, 0.99)).withEpochs(50);
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
  @EnumSource(BackendName.class)
  void stopsAtALossThatIsNotFinite(BackendName backend) {
    TrainedModel good = loop().untrained(plan("deep", backend), "MNIST");
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
  @EnumSource(BackendName.class)
  void changesTheLearningRateWhileItTrains(BackendName backend) {
    for (Optimizer optimizer : List.of(new Optimizer.Adadelta(), new Optimizer.Adam())) {
      TrainingPlan plan = plan("shallow", backend).withOptimizer(optimizer);
      TrainedModel untrained = loop().untrained(plan, "MNIST");
      TrainedModel before = train(plan.withEpochs(1));
      TrainingControl control = new TrainingControl();
      TrainedModel after =
          loop()
              .run(
                  untrained,
                  control,
                  new TrainingObserver() {
                    @Override
                    public void onBatch(int epoch, int batch, int batches, LossTerms loss) {
                      if (epoch == 1 && batch == batches) {
                        control.setLearningRate(1e-9);
                      }
                    }
                  });
      assertThat(after.plan().optimizer().learningRate()).isEqualTo(1e-9);
      assertThat(after.history().epochs())
          .extracting(EpochResult::learningRate)
          .containsExactly(optimizer.learningRate(), 1e-9);
      assertArrayEquals(before.parameters(), after.parameters(), 1e-6f);
      assertThat(maxDifference(untrained.parameters(), after.parameters())).isGreaterThan(1e-3);
    }
  }

  private static double maxDifference(float[] a, float[] b) {
    double max = 0;
    for (int i = 0; i < a.length; i++) {
      max = Math.max(max, Math.abs(a[i] - b[i]));
    }
    return max;
  }

  @Test
  void tellsItsObserverWhatHappens() {
    List<String> events = new ArrayList<>();
    TrainingLoop loop = loop();
    TrainedModel start = loop.untrained(plan("shallow", BackendName.VECTOR), "MNIST");
    loop.run(
        start,
        new TrainingControl(),
        new TrainingObserver() {
          @Override
          public void onBatch(int epoch, int batch, int batches, LossTerms loss) {
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

  @ParameterizedTest
  @EnumSource(BackendName.class)
  void dataSmallerThanABatchIsOneShortBatch(BackendName backend) {
    TrainingPlan plan = plan("shallow", backend);
    TrainedModel larger = train(plan.withBatchSize(60_000));
    TrainedModel whole = train(plan.withBatchSize(250));
    assertThat(larger.history().batches().means()).hasSize(2);
    assertArrayEquals(whole.parameters(), larger.parameters());
    assertThat(larger.history().epochs().getLast().trainLoss())
        .isEqualTo(whole.history().epochs().getLast().trainLoss());
  }
}
