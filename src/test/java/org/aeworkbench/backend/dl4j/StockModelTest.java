package org.aeworkbench.backend.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.aeworkbench.model.Loss;
import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.model.Objective;
import org.aeworkbench.model.Part;
import org.aeworkbench.model.Presets;
import org.aeworkbench.model.RandomNetworks;
import org.aeworkbench.model.TracedLayer;
import org.aeworkbench.model.TrainingPlan;
import org.aeworkbench.network.Autoencoder;
import org.aeworkbench.network.CodeDistributions;
import org.aeworkbench.network.InitialWeights;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Exported encoders and decoders, as a program that has only DL4J reads them. */
class StockModelTest {
  private static final int NETWORKS = 40;
  private static final int IMAGES = 3;

  static List<NetworkSpec> specs() {
    RandomNetworks networks = new RandomNetworks(new SplittableRandom(11));
    List<NetworkSpec> specs = new ArrayList<>();
    while (specs.size() < NETWORKS) {
      NetworkSpec spec = networks.next();
      if (Dl4jBackend.refusal(spec).isEmpty()) {
        specs.add(spec);
      }
    }
    return specs;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "6x5x1 | dense:9:relu gaussian:3 | dense:8:elu dense:30:sigmoid",
        "6x5x1 | gaussian:2 | dense:30:sigmoid",
        "8x6x2 | conv:4:relu pool gaussian:3 | dense:24:relu reshape:2:4:3 up conv:2:sigmoid"
      })
  void aVariationalEncoderGivesMeansAndLogVariances(String text) throws IOException {
    NetworkSpec spec = NetworkSpec.parse(text);
    float[] parameters = InitialWeights.of(spec, 5);
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] += 0.01f * (i % 7 - 3); // biases too
    }
    float[][] images = images(spec);
    Autoencoder engine = new Autoencoder(spec, parameters);
    TrainingPlan plan = Presets.LAB_SHALLOW.plan().withSpec(spec);
    MultiLayerNetwork encoder = read(out -> StockModel.writeEncoder(plan, parameters, out));
    MultiLayerNetwork decoder = read(out -> StockModel.writeDecoder(plan, parameters, out));

    CodeDistributions codes = engine.distributions(images);
    float[][] both = new float[IMAGES][];
    int dimension = spec.encodingDim();
    for (int i = 0; i < IMAGES; i++) {
      both[i] = Arrays.copyOf(codes.means()[i], 2 * dimension);
      System.arraycopy(codes.logVariances()[i], 0, both[i], dimension, dimension);
    }
    assertClose(encoder.output(input(images, spec.layers().getFirst())), both);
    TracedLayer first = spec.layers(Part.DECODER).getFirst();
    assertClose(decoder.output(input(codes.means(), first)), engine.decode(codes.means()));
    assertThat(engine.encode(images)).isDeepEqualTo(codes.means());
  }

  private static float[][] images(NetworkSpec spec) {
    SplittableRandom random = new SplittableRandom(3);
    float[][] images = new float[IMAGES][spec.image().size()];
    for (float[] image : images) {
      for (int i = 0; i < image.length; i++) {
        image[i] = (float) random.nextDouble();
      }
    }
    return images;
  }

  @ParameterizedTest
  @MethodSource("specs")
  void computesAsTheEngineDoes(NetworkSpec spec) throws IOException {
    float[] parameters = InitialWeights.of(spec, 5);
    float[][] images = images(spec);
    Autoencoder engine = new Autoencoder(spec, parameters);
    TrainingPlan plan =
        Presets.LAB_SHALLOW.plan().withNetwork(spec, new Objective(Loss.MEAN_SQUARED_ERROR));
    MultiLayerNetwork encoder = read(out -> StockModel.writeEncoder(plan, parameters, out));
    MultiLayerNetwork decoder = read(out -> StockModel.writeDecoder(plan, parameters, out));

    float[][] codes = engine.encode(images);
    assertClose(encoder.output(input(images, spec.layers().getFirst())), codes);
    TracedLayer first = spec.layers(Part.DECODER).getFirst();
    assertClose(decoder.output(input(codes, first)), engine.decode(codes));
  }

  private interface Writing {
    void to(ByteArrayOutputStream out) throws IOException;
  }

  private static MultiLayerNetwork read(Writing writing) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writing.to(out);
    return ModelSerializer.restoreMultiLayerNetwork(new ByteArrayInputStream(out.toByteArray()));
  }

  /** Rows, or for a layer of maps channels of rows. */
  private static INDArray input(float[][] values, TracedLayer first) {
    INDArray rows = Nd4j.create(values);
    return Definitions.inputType(first) instanceof InputType.InputTypeConvolutional maps
        ? rows.reshape('c', IMAGES, maps.getChannels(), maps.getHeight(), maps.getWidth())
        : rows;
  }

  private static void assertClose(INDArray actual, float[][] expected) {
    float[] numbers = actual.dup('c').data().asFloat();
    int length = expected[0].length;
    assertThat(numbers).hasSize(IMAGES * length);
    double largest = 0;
    for (int i = 0; i < numbers.length; i++) {
      float wanted = expected[i / length][i % length];
      largest = Math.max(largest, Math.abs(numbers[i] - wanted) / Math.max(1, Math.abs(wanted)));
    }
    assertThat(largest).isLessThanOrEqualTo(1e-5);
  }
}
