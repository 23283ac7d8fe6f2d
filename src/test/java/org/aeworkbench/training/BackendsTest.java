package org.aeworkbench.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.aeworkbench.backend.Trainer;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.datasets.Mnist;
import org.aeworkbench.model.BackendName;
import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.model.Optimizer;
import org.aeworkbench.model.Presets;
import org.aeworkbench.model.TrainingPlan;
import org.aeworkbench.modelfile.TrainedModel;
import org.aeworkbench.problem.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackendsTest {
  @Test
  void refusesWhatTheBackendDoesNotHaveAndNamesTheOther() {
    // DL4J has no layer that makes maps of maps.
    NetworkSpec spec =
        NetworkSpec.parse("28x28x1 | pool reshape:4:7:7 conv:1:relu | dense:784:sigmoid");
    Dataset data = Mnist.load().test().first(32);
    TrainingPlan plan =
        Presets.LAB_SHALLOW.plan().withSpec(spec).withBatchSize(32).withBackend(BackendName.DL4J);
    TrainedModel start = new TrainingLoop(data, data, 1).untrained(plan, "MNIST");
    assertThat(Backends.of(BackendName.DL4J).refusal(plan)).isPresent();
    assertThatThrownBy(() -> Backends.open(start, 1))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("reshape:4:7:7");
  }

  @ParameterizedTest
  @CsvSource({
    "adadelta, 28x28x1 | dense:32:relu | dense:784:sigmoid",
    "adam, 28x28x1 | dense:32:relu | dense:784:sigmoid",
    "sgd, 28x28x1 | dense:32:relu | dense:784:sigmoid",
    "adam, 28x28x1 | conv:4:relu:stride2 conv:3:relu:stride2 dense:9:tanh"
        + " | dense:147:elu reshape:3:7:7 tconv:4:leakyrelu tconv:4:relu conv:1:sigmoid"
  })
  void bothBackendsComeToTheSameLosses(String optimizer, String network) {
    Dataset data = Mnist.load().test().first(320);
    TrainingPlan plan =
        Presets.LAB_SHALLOW
            .plan()
            .withSpec(NetworkSpec.parse(network))
            .withBatchSize(32)
            .withOptimizer(Optimizer.of(optimizer));
    TrainedModel start = new TrainingLoop(data, data, 1).untrained(plan, "MNIST");
    int[] order = IntStream.range(0, data.size()).toArray();
    try (Trainer vector = Backends.open(start, 1);
        Trainer dl4j = Backends.open(start.withPlan(plan.withBackend(BackendName.DL4J)), 1)) {
      for (int from = 0; from < data.size(); from += 32) {
        double loss = vector.trainBatch(data, order, from, 32).total();
        assertThat(dl4j.trainBatch(data, order, from, 32).total())
            .as("%s, batch at %d", optimizer, from)
            .isCloseTo(loss, within(1e-4 * loss));
      }
      assertThat(dl4j.evaluate(data).total())
          .isCloseTo(vector.evaluate(data).total(), within(1e-4));
    }
  }

  @Test
  void anOptimizerThatIsAnotherInDl4jIsRefused() {
    TrainingPlan plan =
        Presets.LAB_SHALLOW
            .plan()
            .withOptimizer(new Optimizer.Rmsprop())
            .withBackend(BackendName.DL4J);
    assertThatThrownBy(() -> Backends.check(plan))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("RMSprop");
    Backends.check(plan.withBackend(BackendName.VECTOR));
  }
}
