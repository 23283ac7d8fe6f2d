package org.aeworkbench.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aeworkbench.model.LossTerms;
import org.aeworkbench.model.Presets;
import org.aeworkbench.modelfile.EpochResult;
import org.aeworkbench.modelfile.Provenance;
import org.aeworkbench.modelfile.TrainedModel;
import org.aeworkbench.modelfile.TrainingHistory;
import org.aeworkbench.network.UpdaterState;
import org.junit.jupiter.api.Test;

class ChartFilesTest {
  @Test
  void theTableHoldsEveryBatchAndEveryFinishedEpoch() {
    var history =
        TrainingHistory.ofEveryBatch(
            List.of(new EpochResult(1, LossTerms.plain(0.5), LossTerms.plain(0.25), 1.0, 2.0)),
            new float[] {0.75f, 0.25f, 0.125f},
            256,
            300);
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
