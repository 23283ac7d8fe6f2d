package org.aeworkbench.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.aeworkbench.model.Corruption;
import org.aeworkbench.model.Loss;
import org.aeworkbench.model.LossTerms;
import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.model.NoiseStreams;
import org.aeworkbench.model.Objective;
import org.aeworkbench.model.Optimizer;
import org.aeworkbench.model.Penalty;
import org.aeworkbench.model.TracedLayer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every objective, with dense and convolutional networks: the engine's terms against the textbook's
 * in double precision, and its update against central differences of those. Noise, samples and
 * dropout's masks are replayed.
 */
class ObjectivesTest {
  private static final int DIRECTIONS = 20;
  private static final double TOLERANCE = 1e-3;
  private static final double KINK = 1e-4;
  private static final double STEP = 1e-6;
  private static final double RATE = 100;
  private static final long SEED = 11;

  private static final List<String> PLAIN =
      List.of(
          "6x5x1 | dense:9:relu dense:4:tanh | dense:8:elu dense:30:sigmoid",
          "6x5x1 | dense:7:relu | dense:30:sigmoid",
          "8x6x2 | conv:4:tanh pool conv:3:relu | up conv:2:sigmoid",
          "8x6x1 | conv:4:relu dropout:0.3 pool dense:5:linear"
              + " | dense:24:relu dropout:0.2 reshape:2:4:3 up conv:1:sigmoid");

  private static final List<String> GAUSSIAN =
      List.of(
          "6x5x1 | dense:9:relu gaussian:3 | dense:8:elu dense:30:sigmoid",
          "6x5x1 | gaussian:17 | dense:30:sigmoid",
          "8x6x1 | conv:4:relu pool gaussian:3 | dense:24:relu reshape:2:4:3 up conv:1:sigmoid",
          "8x6x2 | dropout:0.2 conv:4:elu dense:6:tanh gaussian:2"
              + " | dense:24:relu reshape:2:4:3 tconv:2:sigmoid");

  private static final List<Corruption> CORRUPTIONS =
      List.of(
          new Corruption.None(),
          new Corruption.Gaussian(0.4),
          new Corruption.Masking(0.3),
          new Corruption.SaltAndPepper(0.4));

  static Stream<Arguments> objectives() {
    Stream<Arguments> plain =
        PLAIN.stream()
            .flatMap(
                spec ->
                    CORRUPTIONS.stream()
                        .flatMap(
                            noise ->
                                Stream.of(new Penalty.None(), new Penalty.L1(0.02))
                                    .map(penalty -> Arguments.of(spec, noise, penalty))));
    Stream<Arguments> gaussian =
        GAUSSIAN.stream()
            .flatMap(
                spec ->
                    Stream.of(
                        Arguments.of(spec, CORRUPTIONS.get(0), Penalty.Kl.STANDARD),
                        Arguments.of(spec, CORRUPTIONS.get(1), new Penalty.Kl(4, 0, true)),
                        Arguments.of(spec, CORRUPTIONS.get(2), new Penalty.Kl(0.5, 0, false))));
    return Stream.concat(plain, gaussian).filter(a -> !isPlain(a));
  }

  private static boolean isPlain(Arguments arguments) {
    return arguments.get()[1] instanceof Corruption.None
        && arguments.get()[2] instanceof Penalty.None;
  }

  @ParameterizedTest
  @MethodSource("objectives")
  void trainsDownTheSlopeOfItsTerms(String text, Corruption noise, Penalty penalty) {
    NetworkSpec spec = NetworkSpec.parse(text);
    Random random = new Random(text.hashCode() + noise.hashCode() + penalty.hashCode());
    for (Loss loss : Loss.values()) {
      check(spec, new Objective(loss, noise, penalty), random);
    }
  }

  private static void check(NetworkSpec spec, Objective objective, Random random) {
    int count = 1 + random.nextInt(5);
    byte[] images = new byte[count * spec.image().size()];
    float[] parameters = Networks.glorot(spec);
    ScalarObjective textbook;
    LossTerms expected;
    do {
      for (int i = 0; i < parameters.length; i++) {
        parameters[i] += (float) (0.05 * random.nextGaussian());
      }
      random.nextBytes(images);
      textbook = new ScalarObjective(spec, objective, SEED, images, count);
      expected = textbook.terms(ScalarTraining.doubles(parameters), true);
    } while (textbook.kinkDistance() < KINK);

    double[] update = new double[parameters.length];
    LossTerms validation;
    LossTerms trained;
    try (var network =
        new VectorNetwork(
            spec, objective, new Optimizer.Sgd(RATE, 0), 2, SEED, NoiseStreams.of(SEED))) {
      network.setParameters(parameters);
      validation = network.evaluate(images, 0, count);
      trained = network.trainBatch(images, Networks.order(count), 0, count);
      float[] after = new float[parameters.length];
      network.copyParameters(after);
      for (int i = 0; i < after.length; i++) {
        update[i] = ((double) parameters[i] - after[i]) / RATE;
      }
    }
    double[] start = ScalarTraining.doubles(parameters);
    assertTerms(trained, expected);
    assertTerms(validation, textbook.terms(start, false));
    int offset = 0;
    for (TracedLayer layer : spec.layers()) {
      if (layer.parameters() > 0) {
        int biases = ScalarLayers.biases(layer.layer());
        int weights = (int) layer.parameters() - biases;
        checkTensor(textbook, start, update, offset, weights, random);
        checkTensor(textbook, start, update, offset + weights, biases, random);
        offset += weights + biases;
      }
    }
  }

  private static void assertTerms(LossTerms actual, LossTerms expected) {
    assertThat(actual.reconstruction())
        .isCloseTo(expected.reconstruction(), within(1e-5 * expected.reconstruction()));
    assertThat(actual.penalty())
        .isCloseTo(expected.penalty(), within(1e-5 * expected.penalty() + 1e-9));
  }

  private static void checkTensor(
      ScalarObjective textbook,
      double[] start,
      double[] update,
      int from,
      int size,
      Random random) {
    double norm = 0;
    for (int i = from; i < from + size; i++) {
      norm += update[i] * update[i];
    }
    for (int n = 0; n < DIRECTIONS; n++) {
      double[] above = start.clone();
      double[] below = start.clone();
      double actual = 0;
      for (int i = from; i < from + size; i++) {
        double direction = random.nextGaussian();
        above[i] += STEP * direction;
        below[i] -= STEP * direction;
        actual += direction * update[i];
      }
      double slope =
          (textbook.terms(above, true).total() - textbook.terms(below, true).total()) / (2 * STEP);
      // Across the gradient the products cancel: what is left is measured against its length.
      double scale = Math.max(Math.abs(slope), 0.1 * Math.sqrt(norm));
      assertThat(actual).isCloseTo(slope, within(TOLERANCE * scale + 1e-8));
    }
  }

  /** An objective by the textbook, for some images that are one batch, the first. */
  private static final class ScalarObjective {
    private final NetworkSpec spec;
    private final Objective objective;
    private final long seed;
    private final double[][] clean;
    private double kinkDistance = Double.POSITIVE_INFINITY;

    ScalarObjective(NetworkSpec spec, Objective objective, long seed, byte[] images, int count) {
      this.spec = spec;
      this.objective = objective;
      this.seed = seed;
      clean = new double[count][];
      for (int i = 0; i < count; i++) {
        clean[i] = ScalarTraining.image(images, i, spec.image().size());
      }
    }

    double kinkDistance() {
      return kinkDistance;
    }

    LossTerms terms(double[] w, boolean training) {
      ScalarNetwork network = new ScalarNetwork(spec, objective.loss());
      int size = spec.image().size();
      double reconstruction = 0;
      double penalty = 0;
      for (int i = 0; i < clean.length; i++) {
        var masks = training ? ScalarNetwork.masks(seed, 0, i) : ScalarNetwork.NONE;
        int encoder = spec.encoder().size();
        double[] seen = ScalarNoise.corrupted(objective.corruption(), clean[i], i, seed, training);
        double[] code = network.forward(w, seen, 0, encoder, false, masks)[encoder];
        int next = encoder;
        if (objective.penalty() instanceof Penalty.Kl kl) {
          double[] mean = network.forward(w, code, next, next + 1, false, masks)[1];
          double[] log = network.forward(w, code, next + 1, next + 2, false, masks)[1];
          next += 2;
          code = mean.clone();
          for (int k = 0; k < code.length; k++) {
            double g = kl.sampling() ? ScalarNoise.sample(i * code.length + k, seed, training) : 0;
            code[k] += Math.exp(log[k] / 2) * g;
            penalty += kl.beta() / size * 0.5 * (mean[k] * mean[k] + Math.exp(log[k]) - log[k] - 1);
          }
        } else if (objective.penalty() instanceof Penalty.L1 l1) {
          penalty += l1.weight() * Arrays.stream(code).map(Math::abs).sum();
          for (double value : code) {
            double distance = Math.abs(value);
            kinkDistance = Math.min(kinkDistance, distance == 0 ? 1 : distance);
          }
        }
        int layers = spec.layers().size();
        double[] z = network.forward(w, code, next, layers, true, masks)[layers - next];
        reconstruction += network.loss(z, clean[i], 0, new double[size]) / size;
      }
      kinkDistance = Math.min(kinkDistance, network.kinkDistance());
      return new LossTerms(reconstruction / clean.length, penalty / clean.length);
    }
  }
}
