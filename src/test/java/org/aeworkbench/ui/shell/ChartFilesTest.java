package org.aeworkbench.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aeworkbench.model.Presets;
import org.aeworkbench.network.UpdaterState;
import org.aeworkbench.training.EpochResult;
import org.aeworkbench.training.Provenance;
import org.aeworkbench.training.TrainedModel;
import org.aeworkbench.training.TrainingHistory;
import org.junit.jupiter.api.Test;

class ChartFilesTest {
  @Test
  void theTableHoldsEveryBatchAndEveryFinishedEpoch() {
    var history =
        new TrainingHistory(
            List.of(new EpochResult(1, 0.5, 0.25, 1.0, 2.0)), new float[] {0.75f, 0.25f, 0.125f});
    var model =
        new TrainedModel(
            Presets.LAB_SHALLOW.plan().withBatchSize(256),
            new float[Presets.LAB_SHALLOW.spec().parameterCount()],
            UpdaterState.initial(),
            history,
            new Provenance("MNIST", "0", 300, "test", "2026-11-26T00:00:00Z"));
    assertThat(ChartFiles.table(model).lines())
        .containsExactly(
            "epoch,batch,batchLoss,trainLoss,validationLoss,learningRate,seconds",
            "1,1,0.75,,,,",
            "1,2,0.25,,,,",
            "1,,,0.5,0.25,1.0,2.000",
            "2,1,0.125,,,,");
  }
}
