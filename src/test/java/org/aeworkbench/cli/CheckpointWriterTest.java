package org.aeworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.aeworkbench.model.Presets;
import org.aeworkbench.modelfile.Provenance;
import org.aeworkbench.modelfile.TrainedModel;
import org.aeworkbench.modelfile.TrainingHistory;
import org.aeworkbench.network.UpdaterState;
import org.aeworkbench.problem.ProblemException;
import org.junit.jupiter.api.Test;

class CheckpointWriterTest {
  @Test
  void theNewestIsWrittenAndTheTrainingNeverWaits() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch slow = new CountDownLatch(1);
    CountDownLatch second = new CountDownLatch(2);
    List<Integer> written = Collections.synchronizedList(new ArrayList<>());
    try (CheckpointWriter writer =
        new CheckpointWriter(
            model -> {
              begun.countDown();
              await(slow);
              written.add(model.plan().epochs());
              second.countDown();
            },
            problem -> {})) {
      writer.offer(model(1));
      begun.await();
      writer.offer(model(2));
      writer.offer(model(3));
      slow.countDown();
      second.await();
    }
    assertThat(written).containsExactly(1, 3);
  }

  @Test
  void whatCannotBeWrittenIsSaidOnceUntilItCanBeAgain() throws InterruptedException {
    List<String> said = Collections.synchronizedList(new ArrayList<>());
    for (boolean[] works : new boolean[][] {{false, false, true, false}}) {
      CountDownLatch[] done = new CountDownLatch[works.length];
      int[] turn = {0};
      try (CheckpointWriter writer =
          new CheckpointWriter(
              model -> {
                int now = turn[0]++;
                done[now].countDown();
                if (!works[now]) {
                  throw new ProblemException("full " + now, "Make room.");
                }
              },
              said::add)) {
        for (int i = 0; i < works.length; i++) {
          done[i] = new CountDownLatch(1);
          writer.offer(model(1 + i));
          done[i].await();
        }
      }
    }
    assertThat(said).containsExactly("full 0 Make room.", "full 3 Make room.");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static TrainedModel model(int epochs) {
    return new TrainedModel(
        Presets.LAB_SHALLOW.plan().withEpochs(epochs),
        new float[0],
        UpdaterState.initial(),
        TrainingHistory.empty(),
        new Provenance("", "", 1, "", ""));
  }
}
