package org.aeworkbench.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Odd sizes: training by the textbook and by the engine, step by step, for every rule. */
class SizesTest {
  private static final List<UpdateRule> RULES =
      List.of(
          new UpdateRule.Adadelta(1, 0.95, 1e-7),
          new UpdateRule.Adam(0.001, 0.9, 0.999, 1e-7),
          new UpdateRule.Momentum(0.5, 0.9));

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 15, 16, 17, 33, 100, 255, 256})
  void everyCodeSizeTrainsAsTheTextbookSays(int dim) {
    check(Networks.dense(9, Loss.BINARY_CROSS_ENTROPY, Activation.RELU, dim), 33, 80);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 16, 17, 33, 100, 256})
  void everyBatchSizeTrainsAsTheTextbookSays(int batch) {
    check(Networks.dense(6, Loss.BINARY_CROSS_ENTROPY, Activation.TANH, 11, 5, 11), batch, 300);
  }

  @ParameterizedTest
  @CsvSource({"16,1", "16,7", "48,16", "128,17", "256,33"})
  void convolutionalCodesAndBatchesTrainAsTheTextbookSays(int dim, int batch) {
    check(Networks.conv(dim, Loss.BINARY_CROSS_ENTROPY), batch, batch + batch / 2 + 1);
  }

  /** Trains over some images, whose last batch is a part of one. */
  private static void check(Topology topology, int batch, int images) {
    byte[] pixels = Networks.images(images, topology.pixels(), 11);
    int[] order = Networks.order(images);
    float[] initial = Networks.glorot(topology);
    for (UpdateRule rule : RULES) {
      ScalarTraining textbook = new ScalarTraining(topology, rule, initial);
      float[] engine = initial.clone();
      int steps = 0;
      try (var network = new VectorNetwork(topology, rule, 2)) {
        network.setParameters(initial);
        for (int from = 0; from < images && steps < 6; from += batch, steps++) {
          int count = Math.min(batch, images - from);
          double expected = textbook.trainBatch(pixels, order, from, count);
          assertThat(network.trainBatch(pixels, order, from, count))
              .as("%s, step %d", rule, steps)
              .isCloseTo(expected, within(2e-5 * expected));
        }
        network.copyParameters(engine);
      }
      assertThat(distance(engine, textbook.parameters(), initial)).as("%s", rule).isLessThan(2e-3);
    }
  }

  /** How far the parameters are apart, as a share of how far they have come. */
  private static double distance(float[] a, float[] b, float[] start) {
    double apart = 0;
    double way = 0;
    for (int i = 0; i < a.length; i++) {
      apart += Math.pow(a[i] - b[i], 2);
      way += Math.pow(b[i] - start[i], 2);
    }
    return Math.sqrt(apart / way);
  }
}
