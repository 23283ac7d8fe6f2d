package org.aeworkbench.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.aeworkbench.model.Loss;
import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.model.Optimizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must not depend on the number of threads, and what many batches must not cost. */
class ThreadsTest {
  private static final int BATCH = 200;
  private static final int BATCHES = 6;
  private static final int MOST_BYTES = 4096;
  private static final long SEED = 42;

  static Stream<NetworkSpec> networks() {
    return Stream.of(
        Networks.shallow(33),
        Networks.deep(32),
        Networks.conv(128),
        NetworkSpec.parse(
            "15x13x3 | conv:8:relu:stride2 dropout:0.25 conv:9:elu pool dense:20:tanh dropout:0.5"
                + " | dense:192:leakyrelu reshape:12:4:4 tconv:8:relu tconv:6:tanh dropout:0.1"
                + " crop:15:13 conv:3:sigmoid"));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void theBitsAreTheSameForAnyNumberOfThreads(NetworkSpec spec) {
    Trained one = train(spec, 1, BATCHES);
    for (int threads : new int[] {1, 2, 3, 5}) {
      Trained other = train(spec, threads, BATCHES);
      assertThat(other.losses).as("losses, %d threads", threads).isEqualTo(one.losses);
      assertThat(other.parameters).as("parameters, %d threads", threads).isEqualTo(one.parameters);
    }
  }

  @ParameterizedTest
  @MethodSource("networks")
  void aTrainingThatGoesOnComesToTheSameBits(NetworkSpec spec) {
    Trained whole = train(spec, 2, BATCHES);
    Trained half = train(spec, 1, BATCHES / 2);
    try (var network = network(spec, 3)) {
      network.setParameters(half.parameters);
      network.setState(0, half.state[0]);
      network.setState(1, half.state[1]);
      network.setIterations(BATCHES / 2);
      train(network, BATCHES / 2, BATCHES);
      float[] parameters = new float[network.parameterCount()];
      network.copyParameters(parameters);
      assertThat(parameters).isEqualTo(whole.parameters);
    }
  }

  @Test
  void dropoutDependsOnTheSeedAndOnTheStepAndNotOnTheValidation() {
    NetworkSpec spec =
        NetworkSpec.parse("4x4x1 | dense:30:relu dropout:0.5 dense:3:relu | dense:16:sigmoid");
    byte[] pixels = Networks.images(20, 16, 3);
    Loss loss = Loss.BINARY_CROSS_ENTROPY;
    Optimizer still = new Optimizer.Sgd(1e-30, 0);
    float[] parameters = Networks.glorot(spec);
    try (var network = Networks.compiled(spec, loss, still, 2, 1);
        var other = Networks.compiled(spec, loss, still, 2, 2)) {
      network.setParameters(parameters);
      other.setParameters(parameters);
      double first = network.trainBatch(pixels, Networks.order(20), 0, 20).total();
      double validation = network.evaluate(pixels, 0, 20).total();
      assertThat(network.trainBatch(pixels, Networks.order(20), 0, 20).total()).isNotEqualTo(first);
      assertThat(other.trainBatch(pixels, Networks.order(20), 0, 20).total()).isNotEqualTo(first);
      assertThat(other.evaluate(pixels, 0, 20).total()).isEqualTo(validation);
      network.setIterations(0);
      assertThat(network.trainBatch(pixels, Networks.order(20), 0, 20).total()).isEqualTo(first);
    }
  }

  @Test
  void dropoutDropsItsShareAndKeepsTheMean() {
    for (double rate : new double[] {0, 0.1, 0.5, 0.9}) {
      DropoutKernel kernel = new DropoutKernel(rate);
      int dropped = 0;
      for (int image = 0; image < 100; image++) {
        int key = DropoutKernel.key(DropoutKernel.layerKey(7, 3), 12, image);
        for (int i = 0; i < 1000; i++) {
          dropped += kernel.drops(key, i) ? 1 : 0;
        }
      }
      double deviation = Math.sqrt(1e5 * rate * (1 - rate));
      assertThat(Math.abs(dropped - 1e5 * rate)).isLessThanOrEqualTo(4 * deviation);
      assertThat(kernel.factor()).isEqualTo((float) (1 / (1 - rate)));
    }
  }

  @Test
  void whatTheEngineDoesNotHaveIsRefusedByName() {
    NetworkSpec gaussian = NetworkSpec.parse("4x4x1 | dense:5:relu gaussian:2 | dense:16:sigmoid");
    assertThatThrownBy(() -> network(gaussian, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("variational");
    NetworkSpec linear = NetworkSpec.parse("4x4x1 | dense:5:relu | dense:16:linear");
    assertThatThrownBy(() -> network(linear, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sigmoid");
  }

  /** The losses of all batches, then that of a validation; the numbers after them. */
  private record Trained(double[] losses, float[] parameters, float[][] state) {}

  private static VectorNetwork network(NetworkSpec spec, int threads) {
    return Networks.compiled(
        spec, Loss.BINARY_CROSS_ENTROPY, new Optimizer.Adadelta(), threads, SEED);
  }

  private static Trained train(NetworkSpec spec, int threads, int batches) {
    try (var network = network(spec, threads)) {
      network.setParameters(Networks.glorot(spec));
      double[] losses = train(network, 0, batches);
      float[] parameters = new float[network.parameterCount()];
      float[][] state = new float[2][network.parameterCount()];
      network.copyParameters(parameters);
      network.copyState(0, state[0]);
      network.copyState(1, state[1]);
      return new Trained(losses, parameters, state);
    }
  }

  /** Trains over some batches, the last of all a part of one. */
  private static double[] train(VectorNetwork network, int fromBatch, int toBatch) {
    int images = BATCH * BATCHES - BATCH / 3;
    byte[] pixels = Networks.images(images, network.spec().image().size(), 13);
    int[] order = Networks.order(images);
    double[] losses = new double[BATCHES + 1];
    for (int b = fromBatch; b < toBatch; b++) {
      int from = b * BATCH;
      losses[b] = network.trainBatch(pixels, order, from, Math.min(BATCH, images - from)).total();
    }
    losses[BATCHES] = network.evaluate(pixels, 0, images).total();
    return losses;
  }

  @ParameterizedTest
  @MethodSource("networks")
  void aBatchAllocatesNextToNothing(NetworkSpec spec) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // The options that ship. Their haste is for a compiler beside the training: one that is waited
    // for would compile the kernels before it knows them, and leave vectors objects for good.
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> option.startsWith("-XX:"))
        .map(option -> option.replaceFirst("^(.*ThresholdScaling,.*),0\\.005$", "$1,0.05"))
        .forEach(command::add);
    command.addAll(List.of("-Xbatch", "--add-modules=jdk.incubator.vector"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(AllocationProbe.class.getName(), spec.text(), "" + BATCH));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      String bytes = out.readLine();
      assertThat(bytes).as("bytes a batch").matches("\\d+");
      assertThat(Long.parseLong(bytes)).as("bytes a batch").isLessThanOrEqualTo(MOST_BYTES);
    }
  }
}
