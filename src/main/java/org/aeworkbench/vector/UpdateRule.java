package org.aeworkbench.vector;

/** How a gradient becomes a change of the parameters, with its hyperparameters. */
public sealed interface UpdateRule {

  /** Values kept for every parameter between updates. */
  int slots();

  /** Factor of every update. */
  double learningRate();

  /** The same rule with another learning rate. */
  UpdateRule withLearningRate(double rate);

  /**
   * Adadelta as in Keras 2: a = rho·a + (1-rho)·g², u = g·√(d+epsilon)/√(a+epsilon), d = rho·d +
   * (1-rho)·u², w -= learningRate·u. Slot 0 is a, slot 1 is d.
   *
   * @param learningRate 1 in the lab
   * @param rho decay of both averages, in [0, 1)
   * @param epsilon above 0
   */
  record Adadelta(double learningRate, double rho, double epsilon) implements UpdateRule {
    /** Refuses values outside their range. */
    public Adadelta {
      requireLearningRate(learningRate);
      requireDecay("Adadelta's rho", rho);
      requirePositive("Adadelta's epsilon", epsilon);
    }

    @Override
    public int slots() {
      return 2;
    }

    @Override
    public Adadelta withLearningRate(double rate) {
      return new Adadelta(rate, rho, epsilon);
    }
  }

  /**
   * Adam as in PyTorch: m = beta1·m + (1-beta1)·g, v = beta2·v + (1-beta2)·g², w -=
   * learningRate/(1-beta1ᵗ)·m / (√v/√(1-beta2ᵗ) + epsilon). Slot 0 is m, slot 1 is v.
   *
   * @param learningRate 0.001 as a rule
   * @param beta1 decay of the mean gradient, in [0, 1)
   * @param beta2 decay of the mean squared gradient, in [0, 1)
   * @param epsilon above 0
   */
  record Adam(double learningRate, double beta1, double beta2, double epsilon)
      implements UpdateRule {
    /** Refuses values outside their range. */
    public Adam {
      requireLearningRate(learningRate);
      requireDecay("Adam's beta1", beta1);
      requireDecay("Adam's beta2", beta2);
      requirePositive("Adam's epsilon", epsilon);
    }

    @Override
    public int slots() {
      return 2;
    }

    @Override
    public Adam withLearningRate(double rate) {
      return new Adam(rate, beta1, beta2, epsilon);
    }
  }

  /**
   * Gradient descent with Nesterov momentum as in DL4J: v' = momentum·v - learningRate·g, w +=
   * (1+momentum)·v' - momentum·v. Momentum 0 is plain gradient descent. Slot 0 is v.
   *
   * @param learningRate 0 or above
   * @param momentum in [0, 1)
   */
  record Momentum(double learningRate, double momentum) implements UpdateRule {
    /** Refuses values outside their range. */
    public Momentum {
      requireLearningRate(learningRate);
      requireDecay("Momentum", momentum);
    }

    @Override
    public int slots() {
      return 1;
    }

    @Override
    public Momentum withLearningRate(double rate) {
      return new Momentum(rate, momentum);
    }
  }

  private static void requireLearningRate(double rate) {
    if (!(rate >= 0) || Double.isInfinite(rate)) {
      throw new IllegalArgumentException("The learning rate must be 0 or above, not " + rate);
    }
  }

  private static void requireDecay(String what, double value) {
    if (!(value >= 0 && value < 1)) {
      throw new IllegalArgumentException(what + " must be in [0, 1), not " + value);
    }
  }

  private static void requirePositive(String what, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(what + " must be above 0, not " + value);
    }
  }
}
