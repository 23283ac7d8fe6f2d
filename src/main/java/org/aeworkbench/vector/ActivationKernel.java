package org.aeworkbench.vector;

import static org.aeworkbench.vector.Tiling.LANES;
import static org.aeworkbench.vector.Tiling.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

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
      case SIGMOID -> Functions.sigmoids(m, row, scratch, length);
      case TANH -> Functions.tangents(m, row, scratch, length);
      case IDENTITY -> {}
    }
  }

  /** Turns a row of gradients with respect to activations y into those of the sums, in place. */
  static void derive(Activation activation, float[] m, int gradients, int y, int length) {
    switch (activation) {
      case RELU -> deriveRelu(m, gradients, y, length);
      case SIGMOID -> deriveSigmoid(m, gradients, y, length);
      case TANH -> deriveTanh(m, gradients, y, length);
      case IDENTITY -> {}
    }
  }

  private static void relu(float[] m, int row, int length) {
    for (int i = 0; i < length; i += LANES) {
      Functions.relu(FloatVector.fromArray(SPECIES, m, row + i)).intoArray(m, row + i);
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
