package org.aeworkbench.vector;

import static org.aeworkbench.vector.Tiling.LANES;
import static org.aeworkbench.vector.Tiling.SPECIES;

import jdk.incubator.vector.FloatVector;
import org.aeworkbench.model.Optimizer;

/**
 * The parameter update, one pass over equal ranges of parameters, gradients g and state. Where the
 * gradient and the state are 0 the parameter w stays as it is, so that padding stays 0.
 *
 * <ul>
 *   <li>Adadelta as in Keras 2: a = rho·a + (1-rho)·g², u = g·√(d+epsilon)/√(a+epsilon), d = rho·d
 *       + (1-rho)·u², w -= rate·u. Slot 0 is a, slot 1 is d.
 *   <li>Adam as in PyTorch: m = beta1·m + (1-beta1)·g, v = beta2·v + (1-beta2)·g², w -=
 *       rate/(1-beta1ᵗ)·m / (√v/√(1-beta2ᵗ) + epsilon). Slot 0 is m, slot 1 is v.
 *   <li>SGD with Nesterov momentum as in DL4J: v' = momentum·v - rate·g, w += (1+momentum)·v' -
 *       momentum·v. Momentum 0 is plain gradient descent. Slot 0 is v.
 *   <li>RMSprop as in Keras 2 and DL4J: a = rho·a + (1-rho)·g², w -= rate·g/√(a+epsilon). Slot 0 is
 *       a.
 * </ul>
 */
final class ParameterUpdate {
  private final float[] m;
  private final int parameters;
  private final int gradients;
  private final int[] slots;
  private Optimizer optimizer;
  private long iterations;

  /**
   * An optimizer over one memory.
   *
   * @param parameters first index of the region of parameters
   * @param gradients first index of the region of gradients
   * @param slots first index of each region of state
   */
  ParameterUpdate(Optimizer optimizer, float[] memory, int parameters, int gradients, int[] slots) {
    this.optimizer = optimizer;
    this.m = memory;
    this.parameters = parameters;
    this.gradients = gradients;
    this.slots = slots;
  }

  Optimizer optimizer() {
    return optimizer;
  }

  void setOptimizer(Optimizer optimizer) {
    this.optimizer = optimizer;
  }

  long iterations() {
    return iterations;
  }

  void setIterations(long iterations) {
    this.iterations = iterations;
  }

  /** Updates the values from {@code offset} on, {@code length} of them: whole vectors. */
  void apply(int offset, int length) {
    int p = parameters + offset;
    int g = gradients + offset;
    switch (optimizer) {
      case Optimizer.Adadelta o -> adadelta(o, p, g, slots[0] + offset, slots[1] + offset, length);
      case Optimizer.Adam o -> adam(o, p, g, slots[0] + offset, slots[1] + offset, length);
      case Optimizer.Sgd o -> sgd(o, p, g, slots[0] + offset, length);
      case Optimizer.Rmsprop o -> rmsprop(o, p, g, slots[0] + offset, length);
    }
  }

  private void adadelta(Optimizer.Adadelta r, int p, int g, int a, int d, int length) {
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

  private void adam(Optimizer.Adam r, int p, int g, int mean, int square, int length) {
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

  private void sgd(Optimizer.Sgd r, int p, int g, int velocity, int length) {
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

  private void rmsprop(Optimizer.Rmsprop r, int p, int g, int a, int length) {
    float rho = (float) r.rho();
    float rest = (float) (1 - r.rho());
    float epsilon = (float) r.epsilon();
    float rate = (float) r.learningRate();
    for (int i = 0; i < length; i += LANES) {
      FloatVector gradient = FloatVector.fromArray(SPECIES, m, g + i);
      FloatVector squares = FloatVector.fromArray(SPECIES, m, a + i).mul(rho);
      squares = gradient.mul(gradient).mul(rest).add(squares);
      squares.intoArray(m, a + i);
      FloatVector step = gradient.div(squares.add(epsilon).sqrt()).mul(rate);
      FloatVector.fromArray(SPECIES, m, p + i).sub(step).intoArray(m, p + i);
    }
  }
}
