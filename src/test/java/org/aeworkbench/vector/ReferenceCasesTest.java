package org.aeworkbench.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.aeworkbench.model.NetworkSpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The engine against PyTorch: losses, codes, reconstructions and parameters of whole trainings. */
class ReferenceCasesTest {
  private static final double FIRST_LOSS = 1e-4;
  private static final double RELATIVE = 5e-4;

  /**
   * Of colour images of noise a single activation can decide: there are relus at 3e-9, below the
   * rounding of a float, and Adam makes 3e-3 of one that falls to the other side, as happens with
   * the sums that narrower vectors make.
   */
  private static final double BY_A_HAIR = 1e-2;

  static List<ReferenceCases.Case> cases() {
    return ReferenceCases.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void agreesWithPyTorch(ReferenceCases.Case reference) {
    boolean byAHair = reference.name().startsWith("colour 32x32") && Tiling.LANES < 16;
    check(reference, byAHair ? BY_A_HAIR : RELATIVE);
  }

  private static void check(ReferenceCases.Case reference, double relative) {
    NetworkSpec spec = reference.spec();
    float[] parameters = Networks.glorot(spec);
    byte[] images = reference.images();
    try (var network = new VectorNetwork(spec, reference.loss(), reference.optimizer(), 2)) {
      network.setParameters(parameters);
      JsonNode losses = reference.expected().get("losses");
      int[] order = Networks.order(images.length / spec.image().size());
      for (int step = 0; step < losses.size(); step++) {
        double expected = losses.get(step).asDouble();
        assertThat(
                network
                    .trainBatch(images, order, step * reference.batch(), reference.batch())
                    .total())
            .as("loss before update %d", step)
            .isCloseTo(expected, within(expected * (step == 0 ? FIRST_LOSS : relative)));
      }
      network.copyParameters(parameters);
    }
    checkParameters(reference, parameters, relative);
    checkCodes(reference, images, parameters, relative);
  }

  /** Sums cancel, so their deviation is measured against the norm of the tensor. */
  private static void checkParameters(
      ReferenceCases.Case reference, float[] parameters, double relative) {
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
      assertThat(Math.sqrt(squares)).as("norm").isCloseTo(norm, within(relative * norm));
      double expected = tensor.get("sum").asDouble();
      double unit = Math.max(Math.abs(expected), norm);
      assertThat(sum).as("sum").isCloseTo(expected, within(relative * unit));
    }
    assertThat(offset).isEqualTo(parameters.length);
  }

  private static void checkCodes(
      ReferenceCases.Case reference, byte[] images, float[] parameters, double relative) {
    NetworkSpec spec = reference.spec();
    Inference inference = new Inference(spec, parameters);
    int count = 4;
    int pixels = spec.image().size();
    float[] input = new float[count * pixels];
    for (int i = 0; i < input.length; i++) {
      input[i] = Byte.toUnsignedInt(images[i]) / 255f;
    }
    float[] codes = inference.encode(input, count);
    float[] outputs = inference.decode(codes, count);
    int size = spec.encodingDim();
    for (int i = 0; i < count; i++) {
      double squares = 0;
      for (int k = 0; k < size; k++) {
        squares += codes[i * size + k] * (double) codes[i * size + k];
      }
      double sum = 0;
      for (int k = 0; k < pixels; k++) {
        sum += outputs[i * pixels + k];
      }
      double norm = reference.expected().get("codeL2").get(i).asDouble();
      assertThat(Math.sqrt(squares)).as("code").isCloseTo(norm, within(relative * norm));
      double expected = reference.expected().get("reconstructionSum").get(i).asDouble();
      assertThat(sum).as("reconstruction").isCloseTo(expected, within(relative * expected));
    }
    JsonNode first = reference.expected().get("codeFirst8OfImage0");
    for (int k = 0; k < first.size(); k++) {
      double norm = reference.expected().get("codeL2").get(0).asDouble();
      assertThat((double) codes[k])
          .as("code value %d", k)
          .isCloseTo(first.get(k).asDouble(), within(relative * norm));
    }
  }
}
