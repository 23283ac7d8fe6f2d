package org.aeworkbench.vector;

import static org.aeworkbench.vector.Tiling.LANES;
import static org.aeworkbench.vector.Tiling.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import org.aeworkbench.model.Activation;

/** Activations and their derivatives over rows of memory, whole vectors long. */
final class ActivationKernel {
  private ActivationKernel() {}

  /**
   * Adds biases to a row of sums and applies the activation, in place.
   *
   * @param biases first of as many values as the row has
   * @param length values
   * @param scratch for {@code length} values
   */
  static void applyRow(
      Activation activation, float[] m, int row, int biases, int length, int scratch) {
    for (int i = 0; i < length; i += LANES) {
      FloatVector z = FloatVector.fromArray(SPECIES, m, row + i);
      z.add(FloatVector.fromArray(SPECIES, m, biases + i)).intoArray(m, row + i);
    }
    apply(activation, m, row, length, scratch);
  }

  /** Copies a row of sums with one bias added to all of them. */
  static void copyBiased(float[] m, int sums, float bias, int to, int length) {
    FloatVector biases = FloatVector.broadcast(SPECIES, bias);
    for (int i = 0; i < length; i += LANES) {
      FloatVector.fromArray(SPECIES, m, sums + i).add(biases).intoArray(m, to + i);
    }
  }

  /** Applies the activation to a row, in place; {@code scratch} takes as many values. */
  static void apply(Activation activation, float[] m, int row, int length, int scratch) {
    switch (activation) {
      case RELU -> relu(m, row, length);
      case LEAKYRELU -> leakyRelu(m, row, length);
      case ELU -> Functions.elus(m, row, scratch, length);
      case SIGMOID -> Functions.sigmoids(m, row, scratch, length);
      case TANH -> Functions.tangents(m, row, scratch, length);
      case LINEAR -> {}
    }
  }

  /** Turns a row of gradients with respect to activations y into those of the sums, in place. */
  static void derive(Activation activation, float[] m, int gradients, int y, int length) {
    switch (activation) {
      case RELU -> deriveRelu(m, gradients, y, length);
      case LEAKYRELU -> deriveLeakyRelu(m, gradients, y, length);
      case ELU -> deriveElu(m, gradients, y, length);
      case SIGMOID -> deriveSigmoid(m, gradients, y, length);
      case TANH -> deriveTanh(m, gradients, y, length);
      case LINEAR -> {}
    }
  }

  /**
   * Turns the gradients of some images' numbers into those of the sums behind them.
   *
   * @param from first image of the chunk, to last image (exclusive)
   */
  static void deriveRows(Boundary.Rows rows, float[] m, int from, int to) {
    int length = Tiling.padded(rows.size());
    for (int r = from; r < to; r++) {
      derive(rows.activation(), m, rows.gradientRow(r), rows.row(r), length);
    }
  }

  private static void relu(float[] m, int row, int length) {
    for (int i = 0; i < length; i += LANES) {
      Functions.relu(FloatVector.fromArray(SPECIES, m, row + i)).intoArray(m, row + i);
    }
  }

  private static void leakyRelu(float[] m, int row, int length) {
    for (int i = 0; i < length; i += LANES) {
      FloatVector z = FloatVector.fromArray(SPECIES, m, row + i);
      z.blend(z.mul(Activation.LEAKY_SLOPE), z.compare(VectorOperators.LT, 0f))
          .intoArray(m, row + i);
    }
  }

  private static void deriveLeakyRelu(float[] m, int gradients, int y, int length) {
    for (int i = 0; i < length; i += LANES) {
      FloatVector d = FloatVector.fromArray(SPECIES, m, gradients + i);
      FloatVector value = FloatVector.fromArray(SPECIES, m, y + i);
      d.blend(d.mul(Activation.LEAKY_SLOPE), value.compare(VectorOperators.LE, 0f))
          .intoArray(m, gradients + i);
    }
  }

  /** Below 0 the slope exp(z) is the activation and 1. */
  private static void deriveElu(float[] m, int gradients, int y, int length) {
    for (int i = 0; i < length; i += LANES) {
      FloatVector d = FloatVector.fromArray(SPECIES, m, gradients + i);
      FloatVector value = FloatVector.fromArray(SPECIES, m, y + i);
      d.blend(value.fma(d, d), value.compare(VectorOperators.LE, 0f)).intoArray(m, gradients + i);
    }
  }

  private static void deriveRelu(float[] m, int gradients, int y, int length) {
    FloatVector zero = FloatVector.zero(SPECIES);
    for (int i = 0; i < length; i += LANES) {
      FloatVector d = FloatVector.fromArray(SPECIES, m, gradients + i);
      FloatVector value = FloatVector.fromArray(SPECIES, m, y + i);
      d.blend(zero, value.compare(VectorOperators.LE, zero)).intoArray(m, gradients + i);
    }
  }

  private static void deriveSigmoid(float[] m, int gradients, int y, int length) {
    for (int i = 0; i < length; i += LANES) {
      FloatVector d = FloatVector.fromArray(SPECIES, m, gradients + i);
      FloatVector value = FloatVector.fromArray(SPECIES, m, y + i);
      d.mul(value.sub(value.mul(value))).intoArray(m, gradients + i);
    }
  }

  private static void deriveTanh(float[] m, int gradients, int y, int length) {
    for (int i = 0; i < length; i += LANES) {
      FloatVector d = FloatVector.fromArray(SPECIES, m, gradients + i);
      FloatVector value = FloatVector.fromArray(SPECIES, m, y + i);
      d.sub(d.mul(value.mul(value))).intoArray(m, gradients + i);
    }
  }
}
