package org.aeworkbench.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.aeworkbench.model.Activation;
import org.aeworkbench.model.Loss;
import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.model.Optimizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Odd sizes: training by the textbook and by the engine, step by step, for every optimizer. */
class SizesTest {
  private static final List<Optimizer> OPTIMIZERS =
      List.of(
          new Optimizer.Adadelta(),
          new Optimizer.Adam(),
          new Optimizer.Sgd(0.5, 0.9),
          new Optimizer.Rmsprop());

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 15, 16, 17, 33, 100, 255, 256})
  void everyCodeSizeTrainsAsTheTextbookSays(int dim) {
    check(Networks.dense(9, "relu", dim), 33, 80);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 16, 17, 33, 100, 256, 700})
  void everyBatchSizeTrainsAsTheTextbookSays(int batch) {
    check(Networks.dense(6, "tanh", 11, 5, 11), batch, Math.max(300, 2 * batch));
    check(
        NetworkSpec.parse(
            "6x5x2 | conv:3:elu pool dense:7:tanh | dense:24:leakyrelu reshape:4:3:2"
                + " tconv:3:tanh up crop:6:5 dropout:0.2 conv:2:sigmoid"),
        batch,
        Math.max(60, 2 * batch));
  }

  @ParameterizedTest
  @CsvSource({"16,1", "16,7", "48,16", "128,17", "256,33"})
  void convolutionalCodesAndBatchesTrainAsTheTextbookSays(int dim, int batch) {
    check(Networks.conv(dim), batch, batch + batch / 2 + 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1x1x1 | dense:1:tanh | dense:1:sigmoid",
        "1x1x3 | conv:5:tanh | conv:3:sigmoid",
        "1x64x1 | conv:2:tanh:stride2 dense:4096:linear | dense:64:sigmoid",
        "64x1x3 | conv:3:elu pool conv:2:tanh:stride2 | tconv:2:tanh up conv:3:sigmoid crop:64:1",
        "64x64x3 | conv:4:tanh:stride2 conv:9:tanh:stride2 dense:1:linear"
            + " | dense:256:tanh reshape:1:16:16 tconv:4:tanh tconv:3:sigmoid",
        "17x23x3 | conv:7:tanh:valid pool dense:33:elu"
            + " | dense:252:elu reshape:7:6:6 up up conv:3:sigmoid crop:17:23"
      })
  void everyImageSizeTrainsAsTheTextbookSays(String text) {
    check(NetworkSpec.parse(text), 3, 6);
  }

  /** Trains over some images, whose last batch is a part of one. */
  private static void check(NetworkSpec spec, int batch, int images) {
    byte[] pixels = Networks.images(images, spec.image().size(), 11);
    int[] order = Networks.order(images);
    float[] initial = Networks.glorot(spec);
    Loss loss =
        spec.outputActivation() == Activation.SIGMOID
            ? Loss.BINARY_CROSS_ENTROPY
            : Loss.MEAN_SQUARED_ERROR;
    for (Optimizer optimizer : OPTIMIZERS) {
      ScalarTraining textbook = new ScalarTraining(spec, loss, optimizer, 5, initial);
      float[] engine = initial.clone();
      int steps = 0;
      try (var network = Networks.compiled(spec, loss, optimizer, 2, 5)) {
        network.setParameters(initial);
        for (int from = 0; from < images && steps < 6; from += batch, steps++) {
          int count = Math.min(batch, images - from);
          double expected = textbook.trainBatch(pixels, order, from, count);
          assertThat(network.trainBatch(pixels, order, from, count).total())
              .as("%s, %s, step %d", spec.text(), optimizer, steps)
              .isCloseTo(expected, within(2e-5 * expected));
        }
        network.copyParameters(engine);
      }
      assertThat(distance(engine, textbook.parameters(), initial))
          .as("%s, %s", spec.text(), optimizer)
          .isLessThan(2e-3);
    }
  }

  /** How far the parameters are apart, as a share of how far they have come. */
  private static double distance(float[] a, double[] b, float[] start) {
    double apart = 0;
    double way = 0;
    for (int i = 0; i < a.length; i++) {
      apart += Math.pow(a[i] - b[i], 2);
      way += Math.pow(b[i] - start[i], 2);
    }
    return Math.sqrt(apart / way);
  }

  @ParameterizedTest
  @CsvSource({
    "1300, 5x5x1 | dense:6:relu | dense:25:sigmoid",
    "1300, 4x4x1 | conv:2:tanh | conv:1:sigmoid",
    "1300, 4x4x1 | conv:2:tanh dense:3:elu | dense:16:sigmoid",
    "60000, 5x5x1 | dense:6:relu | dense:25:sigmoid"
  })
  void aBatchOfManyChunksHasTheGradientOfItsMean(int count, String text) {
    NetworkSpec spec = NetworkSpec.parse(text);
    byte[] images = Networks.images(count, spec.image().size(), 5);
    float[] parameters = Networks.glorot(spec);
    Optimizer sgd = new Optimizer.Sgd(100, 0);
    Loss loss = Loss.BINARY_CROSS_ENTROPY;
    double[] expected = new double[parameters.length];
    new ScalarTraining(spec, loss, sgd, 0, parameters)
        .gradient(images, Networks.order(count), 0, count, expected);
    float[] after = new float[parameters.length];
    try (var network = new VectorNetwork(spec, loss, sgd, 2)) {
      network.setParameters(parameters);
      network.trainBatch(images, Networks.order(count), 0, count);
      network.copyParameters(after);
    }
    double largest = 0;
    for (double value : expected) {
      largest = Math.max(largest, Math.abs(value));
    }
    assertThat(largest).isPositive();
    for (int i = 0; i < after.length; i++) {
      double gradient = ((double) parameters[i] - after[i]) / 100;
      assertThat(gradient).as("parameter %d", i).isCloseTo(expected[i], within(2e-5 * largest));
    }
  }

  @Test
  void aLearningRateCanChangeBetweenBatches() {
    NetworkSpec spec = Networks.dense(4, "relu", 3);
    byte[] pixels = Networks.images(8, 16, 3);
    float[] before = Networks.glorot(spec);
    float[] slow = new float[before.length];
    float[] fast = new float[before.length];
    for (float[] after : List.of(slow, fast)) {
      try (var network =
          new VectorNetwork(spec, Loss.MEAN_SQUARED_ERROR, new Optimizer.Sgd(1, 0), 1)) {
        network.setParameters(before);
        network.setLearningRate(after == slow ? 0.5 : 2);
        network.trainBatch(pixels, Networks.order(8), 0, 8);
        network.copyParameters(after);
      }
    }
    for (int i = 0; i < before.length; i++) {
      assertThat(fast[i] - before[i]).isCloseTo(4 * (slow[i] - before[i]), within(1e-6f));
    }
  }
}
