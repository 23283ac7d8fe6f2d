package org.aeworkbench.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.datasets.Mnist;
import org.aeworkbench.network.Architecture;
import org.aeworkbench.network.AutoencoderSpec;
import org.aeworkbench.network.Dl4jNetwork;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.junit.jupiter.api.Test;

class TrainersTest {
  @Test
  void trainsWithDl4jWhatTheEngineDoesNotHave() {
    Dataset data = Mnist.load().test().first(32);
    TrainingPlan plan =
        Preset.LAB_SHALLOW.plan().withSpec(new AutoencoderSpec(Architecture.SHALLOW, 8));
    TrainedModel start = new TrainingLoop(data, data, 1).untrained(plan.withBatchSize(32), "MNIST");
    Dl4jNetwork network =
        Dl4jNetwork.initialised(plan.spec(), plan.optimizer(), plan.loss(), plan.seed());
    network.network().getLayer(0).conf().getLayer().setIDropout(new Dropout(0.5));
    List<String> notices = new ArrayList<>();
    TrainingObserver observer =
        new TrainingObserver() {
          @Override
          public void onNotice(String notice) {
            notices.add(notice);
          }
        };
    try (Trainer trainer = Trainers.open(start, network, 1, observer)) {
      assertThat(trainer.backend()).isEqualTo(Backend.DL4J);
      int[] order = IntStream.range(0, 32).toArray();
      double first = trainer.trainBatch(data, order, 0, 32);
      for (int i = 0; i < 20; i++) {
        trainer.trainBatch(data, order, 0, 32);
      }
      assertThat(trainer.evaluate(data)).isLessThan(first);
    }
    assertThat(notices)
        .containsExactly(
            "The vector engine does not have dropout."
                + " Deeplearning4j trains instead, more slowly.");
  }
}
