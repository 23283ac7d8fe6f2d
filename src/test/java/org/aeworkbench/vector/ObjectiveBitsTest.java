package org.aeworkbench.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.aeworkbench.model.Corruption;
import org.aeworkbench.model.Loss;
import org.aeworkbench.model.LossTerms;
import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.model.NoiseStreams;
import org.aeworkbench.model.Objective;
import org.aeworkbench.model.Optimizer;
import org.aeworkbench.model.Part;
import org.aeworkbench.model.Penalty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Objectives that come to nothing are the plain one, to the last bit; and what decides the bits.
 */
class ObjectiveBitsTest {
  private static final int BATCH = 70;
  private static final int BATCHES = 5;
  private static final long SEED = 3;
  private static final Objective PLAIN = new Objective(Loss.BINARY_CROSS_ENTROPY);
  private static final String DENSE = "9x7x1 | dense:20:relu dense:6:tanh | dense:63:sigmoid";
  private static final String CONV = "8x8x2 | conv:5:relu pool conv:3:elu | up conv:2:sigmoid";
  private static final String VARIATIONAL =
      "8x8x1 | conv:5:relu pool dense:20:relu gaussian:3"
          + " | dense:32:relu reshape:2:4:4 up conv:1:sigmoid";

  /** Losses of all batches, then of a validation; the numbers after them. */
  private record Trained(List<LossTerms> losses, float[] parameters) {}

  @ParameterizedTest
  @ValueSource(strings = {DENSE, CONV})
  void penaltiesAndNoiseOfNothingAreThePlainNet(String text) {
    NetworkSpec spec = NetworkSpec.parse(text);
    Trained plain = train(spec, PLAIN, 2, Networks.glorot(spec));
    for (Objective nothing :
        List.of(
            PLAIN.withPenalty(new Penalty.L1(0)),
            PLAIN.withCorruption(new Corruption.Gaussian(0)),
            PLAIN.withCorruption(new Corruption.Masking(0)),
            PLAIN.withCorruption(new Corruption.SaltAndPepper(0)))) {
      Trained other = train(spec, nothing, 2, Networks.glorot(spec));
      assertThat(other.losses).as(nothing.toString()).isEqualTo(plain.losses);
      assertThat(other.parameters).as(nothing.toString()).isEqualTo(plain.parameters);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        VARIATIONAL,
        "9x7x1 | dense:20:relu gaussian:6 | dense:63:sigmoid",
        "9x7x1 | gaussian:6 | dense:63:sigmoid"
      })
  void withoutSamplesAndWithoutBetaTheMeanIsALinearLayer(String text) {
    NetworkSpec variational = NetworkSpec.parse(text);
    NetworkSpec plain = NetworkSpec.parse(text.replaceFirst("gaussian:(\\d+)", "dense:$1:linear"));
    float[] start = Networks.glorot(variational);
    Trained with =
        train(variational, PLAIN.withPenalty(new Penalty.Kl(0, 0, false)), 2, start.clone());
    Trained without = train(plain, PLAIN, 2, withoutLogVariance(variational, start));
    assertThat(with.losses).isEqualTo(without.losses);
    assertThat(withoutLogVariance(variational, with.parameters)).isEqualTo(without.parameters);
  }

  private static float[] withoutLogVariance(NetworkSpec spec, float[] parameters) {
    int head = (int) spec.layers(Part.CODE).getLast().parameters();
    int decoder =
        (int) spec.layers(Part.DECODER).stream().mapToLong(layer -> layer.parameters()).sum();
    float[] rest = new float[parameters.length - head];
    int before = parameters.length - decoder - head;
    System.arraycopy(parameters, 0, rest, 0, before);
    System.arraycopy(parameters, before + head, rest, before, decoder);
    return rest;
  }

  @Test
  void theBitsAreTheSameForAnyNumberOfThreadsAndAfterAPause() {
    NetworkSpec spec = NetworkSpec.parse(VARIATIONAL);
    Objective objective =
        PLAIN.withCorruption(new Corruption.Gaussian(0.4)).withPenalty(Penalty.Kl.STANDARD);
    Trained one = train(spec, objective, 1, Networks.glorot(spec));
    for (int threads : new int[] {2, 3}) {
      Trained other = train(spec, objective, threads, Networks.glorot(spec));
      assertThat(other.losses).isEqualTo(one.losses);
      assertThat(other.parameters).isEqualTo(one.parameters);
    }
    assertThat(one.losses.getLast()).isEqualTo(one.losses.get(one.losses.size() - 2));
  }

  @Test
  void normalNumbersAreThoseOfTheirDefinition() {
    int count = 10_000;
    float[] numbers = new float[count + 1];
    new Noise().gaussians(77, 5, numbers, 1, count);
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < count; i++) {
      double expected = ScalarNoise.gaussian(77, 5 + i);
      assertThat((double) numbers[1 + i]).isCloseTo(expected, within(2e-6));
      sum += expected;
      squares += expected * expected;
    }
    assertThat(sum / count).isCloseTo(0, within(4 / Math.sqrt(count)));
    assertThat(squares / count).isCloseTo(1, within(4 * Math.sqrt(2.0 / count)));
  }

  private static Trained train(NetworkSpec spec, Objective objective, int threads, float[] start) {
    int images = BATCH * BATCHES - BATCH / 3;
    byte[] pixels = Networks.images(images, spec.image().size(), 13);
    int[] order = Networks.order(images);
    List<LossTerms> losses = new ArrayList<>();
    try (var network =
        new VectorNetwork(
            spec, objective, new Optimizer.Adam(), threads, SEED, NoiseStreams.of(SEED))) {
      network.setParameters(Arrays.copyOf(start, network.parameterCount()));
      for (int from = 0; from < images; from += BATCH) {
        losses.add(network.trainBatch(pixels, order, from, Math.min(BATCH, images - from)));
      }
      losses.add(network.evaluate(pixels, 0, images));
      losses.add(network.evaluate((first, n) -> part(pixels, spec, first, n), images));
      float[] parameters = new float[network.parameterCount()];
      network.copyParameters(parameters);
      return new Trained(losses, parameters);
    }
  }

  private static byte[] part(byte[] pixels, NetworkSpec spec, int first, int count) {
    int size = spec.image().size();
    return Arrays.copyOfRange(pixels, first * size, (first + count) * size);
  }
}
