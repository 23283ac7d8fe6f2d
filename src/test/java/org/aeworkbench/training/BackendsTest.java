package org.aeworkbench.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.datasets.Mnist;
import org.aeworkbench.model.BackendName;
import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.model.Presets;
import org.aeworkbench.model.TrainingPlan;
import org.aeworkbench.modelfile.TrainedModel;
import org.aeworkbench.problem.UsageException;
import org.junit.jupiter.api.Test;

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
}
