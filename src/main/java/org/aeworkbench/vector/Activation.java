package org.aeworkbench.vector;

/** What a layer applies to its weighted sums. */
public enum Activation {
  /** max(z, 0); its derivative at exactly 0 is 0. */
  RELU,
  /** 1 / (1 + exp(-z)). */
  SIGMOID,
  /** Hyperbolic tangent. */
  TANH,
  /** The weighted sum itself. */
  IDENTITY
}
