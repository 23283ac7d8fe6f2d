package org.aeworkbench.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a layer applies to its weighted sums z. */
public enum Activation {
  /** max(z, 0); its derivative at exactly 0 is 0. */
  RELU,
  /** z, or 0.01 z below 0; its derivative at exactly 0 is 0.01, as in PyTorch. */
  LEAKYRELU,
  /** z, or exp(z) − 1 below 0 (Clevert and others 2016, alpha 1). */
  ELU,
  /** Hyperbolic tangent. */
  TANH,
  /** 1 / (1 + exp(−z)). */
  SIGMOID,
  /** The weighted sum itself. */
  LINEAR;

  /** Slope of {@link #LEAKYRELU} below 0. */
  public static final float LEAKY_SLOPE = 0.01f;

  /** The name in texts and files, lower case. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The activation of a name in any case. */
  public static Optional<Activation> of(String id) {
    return Arrays.stream(values()).filter(a -> a.name().equalsIgnoreCase(id)).findFirst();
  }
}
