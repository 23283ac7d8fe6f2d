package org.aeworkbench.vector;

import static org.aeworkbench.vector.Tiling.LANES;
import static org.aeworkbench.vector.Tiling.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * The parameter update, one pass over equal ranges of parameters, gradients and state. The formulas
 * stand at {@link UpdateRule}; where the gradient and the state are 0 the parameter stays as it is,
 * so that padding stays 0.
 */
final class Optimizer {
  private final float[] m;
  private final int parameters;
  private final int gradients;
  private final int[] slots;
  private UpdateRule rule;
  private long iterations;

  /**
   * An optimizer over one memory.
   *
   * @param parameters first index of the region of parameters
   * @param gradients first index of the region of gradients
   * @param slots first index of each region of state
   */
  Optimizer(UpdateRule rule, float[] memory, int parameters, int gradients, int[] slots) {
    this.rule = rule;
    this.m = memory;
    this.parameters = parameters;
    this.gradients = gradients;
    this.slots = slots;
  }

  UpdateRule rule() {
    return rule;
  }

  void setRule(UpdateRule rule) {
    this.rule = rule;
  }

  long iterations() {
    return iterations;
  }

  void setIterations(long iterations) {
    this.iterations = iterations;
  }

  /** Updates the values from {@code offset} on, {@code length} of them: whole vectors. */
  void update(int offset, int length) {
    int p = parameters + offset;
    int g = gradients + offset;
    switch (rule) {
      case UpdateRule.Adadelta r -> adadelta(r, p, g, slots[0] + offset, slots[1] + offset, length);
      case UpdateRule.Adam r -> adam(r, p, g, slots[0] + offset, slots[1] + offset, length);
      case UpdateRule.Momentum r -> momentum(r, p, g, slots[0] + offset, length);
    }
  }

  private void adadelta(UpdateRule.Adadelta r, int p, int g, int a, int d, int length) {
    float rho = (float) r.rho();
    float rest = (float) (1 - r.rho());
    float epsilon = (float) r.epsilon();
    float rate = (float) r.learningRate();
    for (int i = 0; i < length; i += LANES) {
      FloatVector gradient = FloatVector.fromArray(SPECIES, m, g + i);
      FloatVector squares = FloatVector.fromArray(SPECIES, m, a + i).mul(rho);
      squares = gradient.mul(gradient).mul(rest).add(squares);
      FloatVector deltas = FloatVector.fromArray(SPECIES, m, d + i);
      FloatVector step = deltas.add(epsilon).div(squares.add(epsilon)).sqrt().mul(gradient);
      squares.intoArray(m, a + i);
      deltas.mul(rho).add(step.mul(step).mul(rest)).intoArray(m, d + i);
      FloatVector.fromArray(SPECIES, m, p + i).sub(step.mul(rate)).intoArray(m, p + i);
    }
  }

  private void adam(UpdateRule.Adam r, int p, int g, int mean, int square, int length) {
    float beta1 = (float) r.beta1();
    float rest1 = (float) (1 - r.beta1());
    float beta2 = (float) r.beta2();
    float rest2 = (float) (1 - r.beta2());
    float epsilon = (float) r.epsilon();
    float rate = (float) (r.learningRate() / (1 - Math.pow(r.beta1(), iterations)));
    float root = (float) (1 / Math.sqrt(1 - Math.pow(r.beta2(), iterations)));
    for (int i = 0; i < length; i += LANES) {
      FloatVector gradient = FloatVector.fromArray(SPECIES, m, g + i);
      FloatVector first = FloatVector.fromArray(SPECIES, m, mean + i).mul(beta1);
      first = first.add(gradient.mul(rest1));
      FloatVector second = FloatVector.fromArray(SPECIES, m, square + i).mul(beta2);
      second = second.add(gradient.mul(gradient).mul(rest2));
      first.intoArray(m, mean + i);
      second.intoArray(m, square + i);
      FloatVector step = first.div(second.sqrt().mul(root).add(epsilon)).mul(rate);
      FloatVector.fromArray(SPECIES, m, p + i).sub(step).intoArray(m, p + i);
    }
  }

  private void momentum(UpdateRule.Momentum r, int p, int g, int velocity, int length) {
    float mu = (float) r.momentum();
    float rate = (float) r.learningRate();
    for (int i = 0; i < length; i += LANES) {
      FloatVector before = FloatVector.fromArray(SPECIES, m, velocity + i);
      FloatVector after = before.mul(mu).sub(FloatVector.fromArray(SPECIES, m, g + i).mul(rate));
      after.intoArray(m, velocity + i);
      FloatVector.fromArray(SPECIES, m, p + i)
          .add(after.mul(1 + mu).sub(before.mul(mu)))
          .intoArray(m, p + i);
    }
  }
}
