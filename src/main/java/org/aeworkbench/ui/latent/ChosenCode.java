package org.aeworkbench.ui.latent;

import java.util.HashMap;
import java.util.Map;

/**
 * What the user asks the decoder for: where the code starts, and the numbers that were set. The
 * start follows the network while it learns; what was set stays.
 *
 * @param start gives all numbers that are not set
 * @param set values by dimension
 */
public record ChosenCode(CodeStart start, Map<Integer, Float> set) {
  /** Copies the map. */
  public ChosenCode {
    set = Map.copyOf(set);
  }

  /** A start with nothing set. */
  public ChosenCode(CodeStart start) {
    this(start, Map.of());
  }

  ChosenCode with(int dimension, float value) {
    Map<Integer, Float> more = new HashMap<>(set);
    more.put(dimension, value);
    return new ChosenCode(start, more);
  }

  ChosenCode without(int dimension) {
    Map<Integer, Float> fewer = new HashMap<>(set);
    fewer.remove(dimension);
    return new ChosenCode(start, fewer);
  }

  /**
   * The code that is decoded.
   *
   * @param code that the start stands for; not changed
   */
  float[] applyTo(float[] code) {
    float[] result = code.clone();
    set.forEach((dimension, value) -> result[dimension] = value);
    return result;
  }
}
