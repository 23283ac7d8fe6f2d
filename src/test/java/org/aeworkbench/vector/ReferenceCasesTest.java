package org.aeworkbench.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The engine against PyTorch: losses, codes, reconstructions and parameters of whole trainings. */
class ReferenceCasesTest {
  private static final double FIRST_LOSS = 1e-4;
  private static final double RELATIVE = 5e-4;
  private static final byte[] IMAGES = Mnist.trainingImages();

  static List<ReferenceCases.Case> cases() {
    return ReferenceCases.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void agreesWithPyTorch(ReferenceCases.Case reference) {
    Topology topology = reference.topology();
    float[] parameters = Networks.glorot(topology);
    try (var network = new VectorNetwork(topology, reference.rule(), 2)) {
      network.setParameters(parameters);
      JsonNode losses = reference.expected().get("losses");
      int[] order = Networks.order(IMAGES.length / topology.pixels());
      for (int step = 0; step < losses.size(); step++) {
        double expected = losses.get(step).asDouble();
        assertThat(network.trainBatch(IMAGES, order, step * reference.batch(), reference.batch()))
            .as("loss before update %d", step)
            .isCloseTo(expected, within(expected * (step == 0 ? FIRST_LOSS : RELATIVE)));
      }
      network.copyParameters(parameters);
    }
    checkParameters(reference, parameters);
    checkCodes(reference, parameters);
  }

  /** Sums cancel, so their deviation is measured against the norm of the tensor. */
  private static void checkParameters(ReferenceCases.Case reference, float[] parameters) {
    int offset = 0;
    for (JsonNode tensor : reference.expected().get("parametersAfter")) {
      int size = 1;
      for (JsonNode length : tensor.get("shape")) {
        size *= length.asInt();
      }
      double sum = 0;
      double squares = 0;
      for (int i = 0; i < size; i++) {
        double w = parameters[offset + i];
        sum += w;
        squares += w * w;
      }
      offset += size;
      double norm = tensor.get("l2").asDouble();
      assertThat(Math.sqrt(squares)).as("norm").isCloseTo(norm, within(RELATIVE * norm));
      double expected = tensor.get("sum").asDouble();
      double unit = Math.max(Math.abs(expected), norm);
      assertThat(sum).as("sum").isCloseTo(expected, within(RELATIVE * unit));
    }
    assertThat(offset).isEqualTo(parameters.length);
  }

  private static void checkCodes(ReferenceCases.Case reference, float[] parameters) {
    Topology topology = reference.topology();
    Inference inference = new Inference(topology, parameters);
    int count = 4;
    float[] images = new float[count * topology.pixels()];
    for (int i = 0; i < images.length; i++) {
      images[i] = Byte.toUnsignedInt(IMAGES[i]) / 255f;
    }
    int layers = topology.layers().size();
    int code = layers == 2 ? 1 : layers == 6 ? 3 : 6;
    float[] codes = inference.run(images, count, 0, code);
    float[] outputs = inference.run(codes, count, code, layers);
    int size = codes.length / count;
    for (int i = 0; i < count; i++) {
      double squares = 0;
      for (int k = 0; k < size; k++) {
        squares += codes[i * size + k] * (double) codes[i * size + k];
      }
      double sum = 0;
      for (int k = 0; k < topology.pixels(); k++) {
        sum += outputs[i * topology.pixels() + k];
      }
      double norm = reference.expected().get("codeL2").get(i).asDouble();
      assertThat(Math.sqrt(squares)).as("code").isCloseTo(norm, within(RELATIVE * norm));
      double expected = reference.expected().get("reconstructionSum").get(i).asDouble();
      assertThat(sum).as("reconstruction").isCloseTo(expected, within(RELATIVE * expected));
    }
    JsonNode first = reference.expected().get("codeFirst8OfImage0");
    for (int k = 0; k < first.size(); k++) {
      double norm = reference.expected().get("codeL2").get(0).asDouble();
      assertThat((double) codes[k])
          .as("code value %d", k)
          .isCloseTo(first.get(k).asDouble(), within(RELATIVE * norm));
    }
  }
}
