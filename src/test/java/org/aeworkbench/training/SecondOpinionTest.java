package org.aeworkbench.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.aeworkbench.backend.Trainer;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.model.Activation;
import org.aeworkbench.model.BackendName;
import org.aeworkbench.model.Layer;
import org.aeworkbench.model.Loss;
import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.model.NoiseStreams;
import org.aeworkbench.model.Objective;
import org.aeworkbench.model.Optimizer;
import org.aeworkbench.model.Part;
import org.aeworkbench.model.Presets;
import org.aeworkbench.model.RandomNetworks;
import org.aeworkbench.model.Shape;
import org.aeworkbench.model.TrainingPlan;
import org.aeworkbench.network.InitialWeights;
import org.aeworkbench.network.UpdaterState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The engine and DL4J, which were written by different people, on networks that nobody chose. */
class SecondOpinionTest {
  private static final int NETWORKS = 40;
  private static final int BATCH = 6;

  private static final List<Optimizer> OPTIMIZERS =
      List.of(new Optimizer.Adadelta(), new Optimizer.Adam(), new Optimizer.Sgd(0.05, 0.9));

  static List<TrainingPlan> plans() {
    SplittableRandom random = new SplittableRandom(20261127);
    RandomNetworks networks = new RandomNetworks(random);
    List<TrainingPlan> plans = new ArrayList<>();
    while (plans.size() < NETWORKS) {
      TrainingPlan plan = plan(networks.next(), plans.size());
      if (!drops(plan.spec()) && Backends.of(BackendName.DL4J).refusal(plan).isEmpty()) {
        plans.add(plan);
      }
    }
    return plans;
  }

  private static TrainingPlan plan(NetworkSpec spec, int number) {
    Loss loss =
        spec.outputActivation() == Activation.SIGMOID
            ? Loss.BINARY_CROSS_ENTROPY
            : Loss.MEAN_SQUARED_ERROR;
    return Presets.LAB_SHALLOW
        .plan()
        .withNetwork(spec, new Objective(loss))
        .withOptimizer(OPTIMIZERS.get(number % OPTIMIZERS.size()))
        .withBatchSize(BATCH)
        .withBackend(BackendName.DL4J);
  }

  /** DL4J draws what it drops by numbers of its own. */
  private static boolean drops(NetworkSpec spec) {
    return spec.layers().stream()
        .anyMatch(traced -> traced.layer() instanceof Layer.Dropout drop && drop.rate() > 0);
  }

  @ParameterizedTest
  @MethodSource("plans")
  void trainsAsTheEngineDoes(TrainingPlan plan) {
    SplittableRandom random = new SplittableRandom(7);
    byte[] pixels = new byte[2 * BATCH * plan.spec().image().size()];
    random.nextBytes(pixels);
    Dataset data = Dataset.unlabelled(pixels, plan.spec().image());
    float[] initial = InitialWeights.of(plan.spec(), 5);
    int[] order = IntStream.range(0, data.size()).toArray();
    try (Trainer engine = open(plan, BackendName.VECTOR, initial);
        Trainer dl4j = open(plan, BackendName.DL4J, initial)) {
      for (int from = 0; from < data.size(); from += BATCH) {
        double loss = engine.trainBatch(data, order, from, BATCH).total();
        assertThat(dl4j.trainBatch(data, order, from, BATCH).total())
            .as("batch at %d", from)
            .isCloseTo(loss, within(1e-4 * loss));
      }
      assertThat(dl4j.evaluate(data).total())
          .isCloseTo(engine.evaluate(data).total(), within(1e-4 * engine.evaluate(data).total()));
      float[] learned = engine.copyParameters();
      assertThat(distance(learned, dl4j.copyParameters()))
          .as("of what was learned")
          .isLessThanOrEqualTo(0.01 * distance(learned, initial) + 1e-7);
    }
  }

  private static Trainer open(TrainingPlan plan, BackendName name, float[] initial) {
    return Backends.of(name)
        .open(
            plan.withBackend(name),
            initial.clone(),
            UpdaterState.initial(),
            1,
            NoiseStreams.of(plan.seed()));
  }

  /** Root of the mean square. */
  private static double distance(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += Math.pow((double) a[i] - b[i], 2);
    }
    return Math.sqrt(sum / a.length);
  }

  /** What it does not have is named, in a sentence that stands alone. */
  @Test
  void aRefusalIsASentenceThatNamesTheLayer() {
    RandomNetworks networks = new RandomNetworks(new SplittableRandom(4));
    int refused = 0;
    while (refused < 20) {
      NetworkSpec any = networks.next();
      if (any.layers(Part.ENCODER).getLast().output() instanceof Shape.Maps maps) {
        Layer other = new Layer.Reshape(maps.size(), 1, 1);
        List<Layer> encoder = new ArrayList<>(any.encoder());
        encoder.add(other);
        NetworkSpec spec =
            new NetworkSpec(
                any.image(),
                encoder,
                List.of(new Layer.Dense(any.image().size(), Activation.SIGMOID)));
        TrainingPlan plan = plan(spec, refused++);
        assertThat(Backends.of(BackendName.VECTOR).refusal(plan)).isEmpty();
        assertThat(Backends.of(BackendName.DL4J).refusal(plan))
            .contains("Deeplearning4j does not have " + other.text() + " of maps.");
      }
    }
  }
}
