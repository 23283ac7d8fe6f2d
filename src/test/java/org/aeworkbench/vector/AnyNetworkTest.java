package org.aeworkbench.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.aeworkbench.model.Activation;
import org.aeworkbench.model.Loss;
import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.model.Optimizer;
import org.aeworkbench.model.RandomNetworks;
import org.aeworkbench.model.TracedLayer;
import org.junit.jupiter.api.Test;

/**
 * Networks of every mixture of layers, as chance makes them: the textbook's gradient against
 * central differences of its loss, and the engine's update, validation and inference against the
 * textbook's. Numbers are drawn again where a relu or a maximum is about to change over.
 */
class AnyNetworkTest {
  private static final int NETWORKS = 500;
  private static final int DIRECTIONS = 20;
  private static final double TOLERANCE = 1e-3;
  private static final double KINK = 3e-5;
  private static final double STEP = 1e-7;
  // So large a step of gradient descent that the rounding of the parameters does not show in it.
  private static final double RATE = 100;

  @Test
  void trainsAsTheTextbookSays() {
    check(0, NETWORKS);
  }

  /** Checks the networks of some seeds. */
  static void check(int from, int to) {
    for (int i = from; i < to; i++) {
      Random random = new Random(1000 + i);
      new Trial(new RandomNetworks(random).next(), random).check();
    }
  }

  /** One network with numbers of its own. */
  private static final class Trial {
    private final NetworkSpec spec;
    private final Random random;
    private final Loss loss;
    private final int count;
    private final int[] order;
    private final float[] parameters;
    private final byte[] images;
    private final double[] gradient;
    private final ScalarTraining textbook;
    private final double expectedLoss;

    Trial(NetworkSpec spec, Random random) {
      this.spec = spec;
      this.random = random;
      boolean bce = spec.outputActivation() == Activation.SIGMOID && random.nextBoolean();
      loss = bce ? Loss.BINARY_CROSS_ENTROPY : Loss.MEAN_SQUARED_ERROR;
      count = 1 + random.nextInt(5);
      order = Networks.order(count);
      parameters = Networks.glorot(spec);
      images = new byte[count * spec.image().size()];
      gradient = new double[parameters.length];
      ScalarTraining trained;
      double mean;
      do {
        for (int i = 0; i < parameters.length; i++) {
          parameters[i] += (float) (0.05 * random.nextGaussian());
        }
        random.nextBytes(images);
        java.util.Arrays.fill(gradient, 0);
        trained = new ScalarTraining(spec, loss, sgd(), random.nextLong(), parameters);
        mean = trained.gradient(images, order, 0, count, gradient);
      } while (trained.kinkDistance() < KINK);
      textbook = trained;
      expectedLoss = mean;
    }

    private static Optimizer.Sgd sgd() {
      return new Optimizer.Sgd(RATE, 0);
    }

    void check() {
      double[] update = new double[parameters.length];
      try (var network = Networks.compiled(spec, loss, sgd(), 2, textbook.seed())) {
        network.setParameters(parameters);
        double plain = textbook.meanLoss(images, order, count, false);
        assertThat(network.evaluate(images, 0, count).total())
            .as("%s, validation", spec.text())
            .isCloseTo(plain, within(1e-5 * plain));
        assertThat(network.trainBatch(images, order, 0, count).total())
            .as("%s, loss", spec.text())
            .isCloseTo(expectedLoss, within(1e-5 * expectedLoss));
        float[] after = new float[parameters.length];
        network.copyParameters(after);
        for (int i = 0; i < after.length; i++) {
          update[i] = ((double) parameters[i] - after[i]) / RATE;
        }
      }
      int offset = 0;
      for (TracedLayer traced : spec.layers()) {
        if (traced.parameters() > 0) {
          int biases = ScalarLayers.biases(traced.layer());
          int weights = (int) traced.parameters() - biases;
          checkTensor(traced.layer().text() + " weights", update, offset, weights);
          checkTensor(traced.layer().text() + " biases", update, offset + weights, biases);
          offset += weights + biases;
        }
      }
      checkInference();
    }

    private void checkTensor(String name, double[] update, int from, int size) {
      double norm = 0;
      for (int i = from; i < from + size; i++) {
        norm += gradient[i] * gradient[i];
      }
      norm = Math.sqrt(norm);
      for (int n = 0; n < DIRECTIONS; n++) {
        double[] direction = new double[size];
        double expected = 0;
        double actual = 0;
        for (int i = 0; i < size; i++) {
          direction[i] = random.nextGaussian();
          expected += direction[i] * gradient[from + i];
          actual += direction[i] * update[from + i];
        }
        // Across the gradient the products cancel: what is left is measured against its length.
        double scale = Math.max(Math.abs(expected), 0.1 * norm);
        assertThat(actual)
            .as("%s, %s", spec.text(), name)
            .isCloseTo(expected, within(TOLERANCE * scale + 1e-9));
        if (n == 0) {
          assertThat(slope(from, direction))
              .as("%s, %s, central differences", spec.text(), name)
              .isCloseTo(expected, within(TOLERANCE * scale + 1e-8));
        }
      }
    }

    private double slope(int from, double[] direction) {
      double[] start = textbook.parameters().clone();
      double above = moved(start, from, direction, STEP);
      double below = moved(start, from, direction, -STEP);
      textbook.setParameters(start);
      return (above - below) / (2 * STEP);
    }

    private double moved(double[] start, int from, double[] direction, double step) {
      double[] moved = start.clone();
      for (int i = 0; i < direction.length; i++) {
        moved[from + i] += step * direction[i];
      }
      textbook.setParameters(moved);
      return textbook.meanLoss(images, order, count, true);
    }

    private void checkInference() {
      Inference inference = new Inference(spec, parameters);
      int size = spec.image().size();
      float[] input = new float[count * size];
      for (int i = 0; i < input.length; i++) {
        input[i] = Byte.toUnsignedInt(images[i]) / 255f;
      }
      float[] codes = inference.encode(input, count);
      float[] outputs = inference.decode(codes, count);
      assertThat(inference.reconstruct(input, count)).as(spec.text()).isEqualTo(outputs);
      ScalarNetwork network = new ScalarNetwork(spec, loss);
      int split = spec.encoder().size();
      int layers = spec.layers().size();
      double[] w = ScalarTraining.doubles(parameters);
      for (int i = 0; i < count; i++) {
        double[][] values =
            network.forward(
                w, ScalarTraining.image(images, i, size), 0, layers, false, ScalarNetwork.NONE);
        checkClose("code", codes, i, values[split]);
        checkClose("output", outputs, i, values[layers]);
      }
    }

    private void checkClose(String name, float[] actual, int image, double[] expected) {
      double largest = 0.1;
      for (double value : expected) {
        largest = Math.max(largest, Math.abs(value));
      }
      for (int i = 0; i < expected.length; i++) {
        assertThat((double) actual[image * expected.length + i])
            .as("%s, %s %d", spec.text(), name, i)
            .isCloseTo(expected[i], within(2e-5 * largest));
      }
    }
  }
}
