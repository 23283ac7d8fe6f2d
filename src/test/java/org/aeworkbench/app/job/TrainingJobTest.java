package org.aeworkbench.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.model.Optimizer;
import org.aeworkbench.model.Presets;
import org.aeworkbench.model.TrainingPlan;
import org.aeworkbench.training.TrainingLoop;
import org.junit.jupiter.api.Test;

class TrainingJobTest {
  @Test
  void aTrainingThatDoesNotFitInMemoryEndsBeforeItBeginsAndSaysWhatToDo() {
    Dataset data = Dataset.unlabelled(new byte[10 * 784], new ImageShape(28, 28, 1));
    NetworkSpec spec =
        NetworkSpec.parse("28x28x1 | dense:40000:relu dense:1:relu | dense:784:sigmoid");
    TrainingPlan plan =
        Presets.LAB_SHALLOW.plan().withSpec(spec).withOptimizer(new Optimizer.Adam());
    LoopEngine engine = new LoopEngine(new TrainingLoop(data, data, 1), 10, "made");
    TrainingJob job = new TrainingJob(engine, plan, null);

    job.startOn(Runnable::run);

    ProgressUpdate update = job.progress().drain();
    assertThat(update.started()).isNull();
    assertThat(update.outcome())
        .isInstanceOfSatisfying(
            TrainingOutcome.Failed.class,
            failed ->
                assertThat(failed.message())
                    .startsWith("Training a network of 31441569 parameters with adam takes about")
                    .endsWith("choose sgd, which remembers less."));
  }
}
