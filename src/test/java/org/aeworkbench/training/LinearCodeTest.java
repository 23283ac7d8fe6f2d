package org.aeworkbench.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.aeworkbench.analysis.PixelPca;
import org.aeworkbench.analysis.ReconstructionLoss;
import org.aeworkbench.backend.Trainer;
import org.aeworkbench.datasets.DataSplit;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.datasets.Mnist;
import org.aeworkbench.model.Loss;
import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.model.Objective;
import org.aeworkbench.model.Optimizer;
import org.aeworkbench.model.Presets;
import org.aeworkbench.model.TrainingPlan;
import org.junit.jupiter.api.Test;

/**
 * What is known of a linear autoencoder with squared error: the best it can do is PCA's, whose
 * components need not be those of its code but span the same space (Baldi and Hornik, 1989).
 */
class LinearCodeTest {
  private static final int CODE = 16;
  private static final int BATCH = 100;
  private static final int EPOCHS = 100;

  @Test
  void reachesTheErrorOfPrincipalComponents() {
    DataSplit all = Mnist.load();
    Dataset training = all.training().first(3000);
    Dataset test = all.test().first(1000);
    TrainingPlan plan =
        Presets.LAB_SHALLOW
            .plan()
            .withNetwork(
                NetworkSpec.parse("28x28x1 | dense:" + CODE + ":linear | dense:784:linear"),
                new Objective(Loss.MEAN_SQUARED_ERROR))
            .withOptimizer(new Optimizer.Adam())
            .withBatchSize(BATCH);
    SplittableRandom random = new SplittableRandom(1);
    int[] order = IntStream.range(0, training.size()).toArray();
    try (Trainer trainer =
        Backends.open(new TrainingLoop(training, test, 2).untrained(plan, "MNIST"), 2)) {
      for (int epoch = 0; epoch < EPOCHS; epoch++) {
        // Smaller and smaller steps, so that the noise of the batches dies out.
        trainer.setLearningRate(0.003 * Math.pow(0.01, (double) epoch / EPOCHS));
        shuffle(order, random);
        for (int from = 0; from < training.size(); from += BATCH) {
          trainer.trainBatch(training, order, from, BATCH).total();
        }
      }
      double best = principalComponents(training, test);
      assertThat(trainer.evaluate(test).total()).isCloseTo(best, within(0.01 * best));
    }
  }

  private static void shuffle(int[] order, SplittableRandom random) {
    for (int i = order.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[other];
      order[other] = kept;
    }
  }

  /** Mean error over images and pixels; answers outside 0…1 stay as they are. */
  private static double principalComponents(Dataset training, Dataset test) {
    PixelPca pca = PixelPca.fit(training);
    double sum = 0;
    for (int n = 0; n < test.size(); n++) {
      float[] image = test.image(n);
      sum += ReconstructionLoss.of(Loss.MEAN_SQUARED_ERROR, image, pca.reconstruct(image, CODE));
    }
    return sum / test.size();
  }
}
