package org.aeworkbench.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.model.Loss;
import org.aeworkbench.model.Optimizer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;

class Dl4jNetworkTest {
  static List<AutoencoderSpec> specs() {
    List<AutoencoderSpec> specs = new ArrayList<>();
    for (int dim : new int[] {1, 2, 7, 32, 33, 256}) {
      specs.add(new AutoencoderSpec(Architecture.SHALLOW, dim));
      specs.add(new AutoencoderSpec(Architecture.DEEP, dim));
    }
    for (int dim : new int[] {16, 128, 144, 256}) {
      specs.add(new AutoencoderSpec(Architecture.CONV, dim));
    }
    return specs;
  }

  @ParameterizedTest
  @CsvSource({"SHALLOW,32,50992", "DEEP,32,222384", "CONV,128,4385"})
  void hasTheLabsParameterCounts(Architecture architecture, int dim, int expected) {
    AutoencoderSpec spec = new AutoencoderSpec(architecture, dim);
    assertThat(spec.parameterCount()).isEqualTo(expected);
    assertThat(network(spec).network().numParams()).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("specs")
  void tracesTheShapesThatDl4jComputes(AutoencoderSpec spec) {
    Dl4jNetwork network = network(spec);
    List<INDArray> activations = network.network().feedForward(network.images(images(3), 3));
    List<LayerTrace> traces = spec.layers();
    for (int i = 1; i < traces.size(); i++) {
      assertThat(activations.get(i).length()).isEqualTo(3L * traces.get(i).size());
    }
    assertThat(network.network().numParams()).isEqualTo(spec.parameterCount());
    assertThat(spec.layers().get(spec.encoderLayers()).size()).isEqualTo(spec.encodingDim());
  }

  @ParameterizedTest
  @MethodSource("specs")
  void compilesToTheTopologyOfItsSpec(AutoencoderSpec spec) {
    for (Loss loss : Loss.values()) {
      Dl4jNetwork network = Dl4jNetwork.initialised(spec, new Optimizer.Adam(), loss, 1);
      assertThat(VectorCompiler.topology(network.network()))
          .isEqualTo(EngineTopology.of(spec, loss));
    }
  }

  @ParameterizedTest
  @MethodSource("specs")
  void initialisesGlorotUniformFromTheSeed(AutoencoderSpec spec) {
    float[] parameters = network(spec).copyParameters();
    assertArrayEquals(parameters, network(spec).copyParameters());
    int offset = 0;
    for (LayerTrace layer : spec.layers()) {
      int weights = layer.parameters() - layer.channels();
      if (layer.parameters() > 0) {
        int fans = weights / layer.channels();
        int area = layer.kind() == LayerTrace.Kind.CONVOLUTION ? 9 : 1;
        double limit = Math.sqrt(6.0 / (fans + area * layer.channels()));
        double max = 0;
        for (int i = 0; i < weights; i++) {
          max = Math.max(max, Math.abs(parameters[offset + i]));
        }
        assertThat(max).isLessThanOrEqualTo(limit + 1e-6).isGreaterThan(0.8 * limit);
        assertArrayEquals(
            new float[layer.channels()],
            Arrays.copyOfRange(parameters, offset + weights, offset + layer.parameters()));
      }
      offset += layer.parameters();
    }
  }

  @ParameterizedTest
  @MethodSource("specs")
  void runsAsTheEngineDoes(AutoencoderSpec spec) {
    Dl4jNetwork network = network(spec);
    float[] pixels = images(5);
    float[][] rows = rows(pixels, Dataset.PIXELS);
    Autoencoder autoencoder = new Autoencoder(spec, network.copyParameters());
    MultiLayerNetwork encoder = network.encoder();
    MultiLayerNetwork decoder = network.decoder();

    INDArray codes = encoder.output(network.images(pixels, 5));
    INDArray decoded = decoder.output(codes);
    INDArray whole = network.network().output(network.images(pixels, 5));

    assertClose(flat(autoencoder.encode(rows)), floats(codes), 2e-5f);
    assertClose(floats(decoded), floats(whole), 1e-6f);
    assertClose(flat(autoencoder.reconstruct(rows)), floats(whole), 2e-5f);
    assertClose(flat(autoencoder.decode(autoencoder.encode(rows))), floats(whole), 2e-5f);
  }

  @Test
  void sharesItsWeightsWithEncoderAndDecoder() {
    Dl4jNetwork network = network(new AutoencoderSpec(Architecture.SHALLOW, 4));
    MultiLayerNetwork encoder = network.encoder();
    MultiLayerNetwork decoder = network.decoder();
    float[] doubled = network.copyParameters();
    for (int i = 0; i < doubled.length; i++) {
      doubled[i] *= 2;
    }
    network.setParameters(doubled);
    INDArray images = network.images(images(2), 2);
    assertClose(
        floats(decoder.output(encoder.output(images))),
        floats(network.network().output(images)),
        1e-6f);
  }

  @Test
  void keepsParametersAndUpdaterStateThroughARoundTrip() {
    for (AutoencoderSpec spec :
        List.of(
            new AutoencoderSpec(Architecture.DEEP, 7), new AutoencoderSpec(Architecture.CONV))) {
      float[] parameters = randoms(spec.parameterCount(), 3);
      UpdaterState state =
          new UpdaterState(
              17, List.of(randoms(spec.parameterCount(), 4), randoms(spec.parameterCount(), 5)));
      Dl4jNetwork network =
          Dl4jNetwork.restored(
              spec, new Optimizer.Adam(), Loss.BINARY_CROSS_ENTROPY, 1, parameters, state);
      assertArrayEquals(parameters, network.copyParameters());
      UpdaterState copy = network.copyUpdaterState();
      assertThat(copy.iterations()).isEqualTo(17);
      assertArrayEquals(state.slots().get(0), copy.slots().get(0));
      assertArrayEquals(state.slots().get(1), copy.slots().get(1));
    }
  }

  private static Dl4jNetwork network(AutoencoderSpec spec) {
    return Dl4jNetwork.initialised(spec, new Optimizer.Adadelta(), Loss.BINARY_CROSS_ENTROPY, 42);
  }

  private static float[] images(int count) {
    return randoms(count * Dataset.PIXELS, 7);
  }

  private static float[] randoms(int count, long seed) {
    Random random = new Random(seed);
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = random.nextFloat();
    }
    return numbers;
  }

  private static float[][] rows(float[] flat, int columns) {
    float[][] rows = new float[flat.length / columns][columns];
    for (int i = 0; i < flat.length; i++) {
      rows[i / columns][i % columns] = flat[i];
    }
    return rows;
  }

  private static float[] flat(float[][] rows) {
    float[] flat = new float[rows.length * rows[0].length];
    for (int i = 0; i < flat.length; i++) {
      flat[i] = rows[i / rows[0].length][i % rows[0].length];
    }
    return flat;
  }

  private static float[] floats(INDArray array) {
    return array.dup('c').data().asFloat();
  }

  private static void assertClose(float[] actual, float[] expected, float tolerance) {
    assertThat(actual).hasSameSizeAs(expected);
    float largest = 0;
    for (int i = 0; i < actual.length; i++) {
      largest = Math.max(largest, Math.abs(actual[i] - expected[i]));
    }
    assertThat(largest).isLessThanOrEqualTo(tolerance);
  }
}
