package org.aeworkbench.backend.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.model.Loss;
import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.model.Optimizer;
import org.aeworkbench.model.Part;
import org.aeworkbench.model.Presets;
import org.aeworkbench.model.TracedLayer;
import org.aeworkbench.network.Autoencoder;
import org.aeworkbench.network.InitialWeights;
import org.aeworkbench.network.UpdaterState;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;

class Dl4jNetworkTest {
  static List<NetworkSpec> specs() {
    List<NetworkSpec> specs = new ArrayList<>();
    for (int dim : new int[] {1, 2, 7, 32, 33, 256}) {
      specs.add(Presets.LAB_SHALLOW.spec().withEncodingDim(dim));
      specs.add(Presets.LAB_DEEP.spec().withEncodingDim(dim));
    }
    for (int dim : new int[] {16, 128, 144, 256}) {
      specs.add(Presets.LAB_CONV.spec().withEncodingDim(dim));
    }
    return specs;
  }

  @ParameterizedTest
  @CsvSource({"shallow,50992", "deep,222384", "conv,4385"})
  void hasTheLabsParameterCounts(String family, int expected) {
    NetworkSpec spec = Presets.ofFamily(family).spec();
    assertThat(spec.parameterCount()).isEqualTo(expected);
    assertThat(network(spec).network().numParams()).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("specs")
  void tracesTheShapesThatDl4jComputes(NetworkSpec spec) {
    Dl4jNetwork network = network(spec);
    List<INDArray> activations = network.network().feedForward(network.images(images(3), 3));
    List<TracedLayer> layers = spec.layers();
    for (int i = 0; i < layers.size(); i++) {
      assertThat(activations.get(i + 1).length()).isEqualTo(3L * layers.get(i).output().size());
    }
    assertThat(network.network().numParams()).isEqualTo(spec.parameterCount());
    assertThat(spec.layers(Part.ENCODER).getLast().output().size()).isEqualTo(spec.encodingDim());
  }

  @ParameterizedTest
  @MethodSource("specs")
  void initialisesAsTheWorkbenchDoesToTheLastBit(NetworkSpec spec) {
    for (long seed : new long[] {42, 1, -7, 1L << 40}) {
      MultiLayerNetwork stock =
          new MultiLayerNetwork(
              Definitions.network(spec, new Optimizer.Adam(), Loss.BINARY_CROSS_ENTROPY, seed));
      stock.init();
      assertArrayEquals(
          ParameterOrder.fromDl4j(spec, stock.params().dup().data().asFloat()),
          InitialWeights.of(spec, seed));
    }
  }

  @ParameterizedTest
  @MethodSource("specs")
  void runsAsTheEngineDoes(NetworkSpec spec) {
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
    Dl4jNetwork network = network(Presets.LAB_SHALLOW.spec().withEncodingDim(4));
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
    for (NetworkSpec spec :
        List.of(Presets.LAB_DEEP.spec().withEncodingDim(7), Presets.LAB_CONV.spec())) {
      float[] parameters = randoms(spec.parameterCount(), 3);
      UpdaterState state =
          new UpdaterState(
              17, List.of(randoms(spec.parameterCount(), 4), randoms(spec.parameterCount(), 5)));
      Dl4jNetwork network =
          Dl4jNetwork.restored(
              Presets.LAB_SHALLOW.plan().withSpec(spec).withOptimizer(new Optimizer.Adam()),
              parameters,
              state);
      assertArrayEquals(parameters, network.copyParameters());
      UpdaterState copy = network.copyUpdaterState();
      assertThat(copy.iterations()).isEqualTo(17);
      assertArrayEquals(state.slots().get(0), copy.slots().get(0));
      assertArrayEquals(state.slots().get(1), copy.slots().get(1));
    }
  }

  private static Dl4jNetwork network(NetworkSpec spec) {
    return Dl4jNetwork.restored(
        Presets.LAB_SHALLOW.plan().withSpec(spec),
        InitialWeights.of(spec, 42),
        UpdaterState.initial());
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
