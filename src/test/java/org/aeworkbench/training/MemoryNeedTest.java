package org.aeworkbench.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.model.Optimizer;
import org.aeworkbench.model.Presets;
import org.aeworkbench.model.TrainingPlan;
import org.aeworkbench.problem.UsageException;
import org.junit.jupiter.api.Test;

class MemoryNeedTest {
  private static final Dataset DATA =
      Dataset.unlabelled(new byte[10 * 784], new ImageShape(28, 28, 1));

  /** With the heap of the jvm.options; this network ran out of it while it was saved. */
  private static final long HEAP = 2L << 30;

  private static TrainingPlan plan(Optimizer optimizer) {
    NetworkSpec spec =
        NetworkSpec.parse("28x28x1 | dense:40000:relu dense:1:relu | dense:784:sigmoid");
    return Presets.LAB_SHALLOW.plan().withSpec(spec).withOptimizer(optimizer);
  }

  @Test
  void whatDoesNotFitIsRefusedWithBothNumbersAndARemedy() {
    assertThatThrownBy(() -> MemoryNeed.check(plan(new Optimizer.Adam()), DATA, HEAP))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "Training a network of 31441569 parameters with adam takes about 2.5 GB of memory,"
                + " 0.4 GB more than there are. Make its largest layer smaller, or choose sgd,"
                + " which remembers less.");
    MemoryNeed.check(plan(new Optimizer.Sgd()), DATA, HEAP);
    assertThatThrownBy(() -> MemoryNeed.check(plan(new Optimizer.Sgd()), DATA, HEAP / 2))
        .hasMessageEndingWith("there are. Make its largest layer smaller.");
  }

  @Test
  void nothingIsBegunOfATrainingThatDoesNotFit() {
    TrainingPlan plan = plan(new Optimizer.Adam());
    long most = Runtime.getRuntime().maxMemory();
    assertThat(MemoryNeed.bytes(plan, DATA)).as("the tests' heap is %d", most).isGreaterThan(most);
    assertThatThrownBy(() -> new TrainingLoop(DATA, DATA, 1).untrained(plan, "MNIST"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("31441569");
  }
}
