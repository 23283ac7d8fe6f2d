package org.aeworkbench.vector;

import static org.aeworkbench.vector.Activation.IDENTITY;
import static org.aeworkbench.vector.Activation.RELU;
import static org.aeworkbench.vector.Activation.SIGMOID;
import static org.aeworkbench.vector.Activation.TANH;
import static org.aeworkbench.vector.LayerShape.Padding.SAME;
import static org.aeworkbench.vector.LayerShape.Padding.VALID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.aeworkbench.vector.LayerShape.Convolution;
import org.aeworkbench.vector.LayerShape.Dense;
import org.aeworkbench.vector.LayerShape.MaxPooling;
import org.aeworkbench.vector.LayerShape.Upsampling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every kind of layer, activation and loss: the textbook's gradient against central differences of
 * its loss, and the engine's against the textbook's.
 */
class GradientTest {
  private static final int IMAGES = 5;
  private static final float STEP = 1e-3f;
  // So large a step of gradient descent that the rounding of the parameters does not show in it.
  private static final double RATE = 1e4;

  record Case(String name, Topology topology) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (Loss loss : Loss.values()) {
      for (Activation activation : Activation.values()) {
        cases.add(
            new Case(
                "dense " + activation + " " + loss, Networks.dense(5, loss, activation, 7, 3, 9)));
        cases.add(
            new Case(
                "same, pooling, upsampling " + activation + " " + loss,
                maps(
                    6,
                    loss,
                    new Convolution(1, 3, SAME, activation),
                    new MaxPooling(),
                    new Convolution(3, 2, SAME, activation),
                    new Upsampling(),
                    new Convolution(2, 1, SAME, SIGMOID))));
      }
    }
    Loss bce = Loss.BINARY_CROSS_ENTROPY;
    cases.add(
        new Case(
            "the lab's net in small: 12, 6, 3, 2, 4, 8, valid 6, 12",
            maps(
                12,
                bce,
                new Convolution(1, 5, SAME, RELU),
                new MaxPooling(),
                new Convolution(5, 9, SAME, TANH),
                new MaxPooling(),
                new Convolution(9, 3, SAME, RELU),
                new MaxPooling(),
                new Convolution(3, 4, SAME, IDENTITY),
                new Upsampling(),
                new Convolution(4, 2, SAME, SIGMOID),
                new Upsampling(),
                new Convolution(2, 6, VALID, RELU),
                new Upsampling(),
                new Convolution(6, 1, SAME, SIGMOID))));
    cases.add(
        new Case(
            "one output layer", new Topology(4, 4, 1, List.of(new Dense(16, 16, SIGMOID)), bce)));
    cases.add(new Case("one convolution", maps(5, bce, new Convolution(1, 1, SAME, SIGMOID))));
    return cases;
  }

  private static Topology maps(int side, Loss loss, LayerShape... layers) {
    return new Topology(side, side, 1, List.of(layers), loss);
  }

  private static double[] textbook(Topology topology, float[] parameters, byte[] images) {
    double[] gradient = new double[parameters.length];
    ScalarTraining.gradient(
        topology, parameters, images, Networks.order(IMAGES), 0, IMAGES, gradient);
    return gradient;
  }

  private static double loss(Topology topology, float[] parameters, byte[] images) {
    return ScalarTraining.gradient(
        topology,
        parameters,
        images,
        Networks.order(IMAGES),
        0,
        IMAGES,
        new double[parameters.length]);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theTextbookIsTheSlopeOfItsLoss(Case tested) {
    Topology topology = tested.topology();
    byte[] images = Networks.images(IMAGES, topology.pixels(), 3);
    float[] parameters = Networks.glorot(topology);
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] += 0.02f + 0.001f * (i % 7); // with biases of 0, black images sit on the kink
    }
    double[] gradient = textbook(topology, parameters, images);
    double largest = largest(gradient);
    // Where a step goes over the kink of a relu or changes a maximum, a smaller one does not.
    for (int i = 0; i < parameters.length; i += Math.max(1, parameters.length / 150)) {
      double slope = slope(topology, parameters, images, i, STEP);
      double finer = slope(topology, parameters, images, i, STEP / 16);
      double error = Math.min(Math.abs(slope - gradient[i]), Math.abs(finer - gradient[i]));
      assertThat(error).as("parameter %d", i).isLessThan(1e-3 * largest);
    }
  }

  private static double slope(
      Topology topology, float[] parameters, byte[] images, int i, float step) {
    float[] moved = parameters.clone();
    moved[i] = parameters[i] + step;
    double above = loss(topology, moved, images);
    double width = moved[i];
    moved[i] = parameters[i] - step;
    width -= moved[i];
    return (above - loss(topology, moved, images)) / width;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theEngineHasTheTextbooksGradient(Case tested) {
    Topology topology = tested.topology();
    byte[] images = Networks.images(IMAGES, topology.pixels(), 3);
    float[] parameters = Networks.glorot(topology);
    checkEngine(topology, images, parameters, IMAGES, textbook(topology, parameters, images));
  }

  @Test
  void aBatchOfManyChunksHasTheGradientOfItsMean() {
    for (Topology topology :
        List.of(
            Networks.dense(5, Loss.BINARY_CROSS_ENTROPY, RELU, 6),
            maps(4, Loss.MEAN_SQUARED_ERROR, new Convolution(1, 1, SAME, SIGMOID)))) {
      int count = 1300;
      byte[] images = Networks.images(count, topology.pixels(), 5);
      float[] parameters = Networks.glorot(topology);
      double[] expected = new double[parameters.length];
      ScalarTraining.gradient(
          topology, parameters, images, Networks.order(count), 0, count, expected);
      checkEngine(topology, images, parameters, count, expected);
    }
  }

  @Test
  void aBatchMayBeAllOfMnist() {
    Topology topology = Networks.dense(5, Loss.BINARY_CROSS_ENTROPY, RELU, 6);
    int count = 60_000;
    byte[] images = Networks.images(count, topology.pixels(), 7);
    float[] parameters = Networks.glorot(topology);
    double[] expected = new double[parameters.length];
    ScalarTraining.gradient(
        topology, parameters, images, Networks.order(count), 0, count, expected);
    checkEngine(topology, images, parameters, count, expected);
  }

  private static void checkEngine(
      Topology topology, byte[] images, float[] parameters, int count, double[] expected) {
    float[] after = parameters.clone();
    try (var network = new VectorNetwork(topology, new UpdateRule.Momentum(RATE, 0), 2)) {
      network.setParameters(parameters);
      network.trainBatch(images, Networks.order(count), 0, count);
      network.copyParameters(after);
    }
    double largest = largest(expected);
    assertThat(largest).isPositive();
    for (int i = 0; i < after.length; i++) {
      double gradient = ((double) parameters[i] - after[i]) / RATE;
      assertThat(gradient).as("parameter %d", i).isCloseTo(expected[i], within(2e-5 * largest));
    }
  }

  private static double largest(double[] values) {
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }
}
