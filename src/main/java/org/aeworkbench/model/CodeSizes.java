package org.aeworkbench.model;

import org.aeworkbench.problem.UsageException;

/**
 * The code sizes that a network can have while everything else stays: multiples of a step, since
 * each filter of a last convolution gives as many numbers as its maps have positions.
 *
 * @param step numbers that one more unit or filter adds
 * @param largest multiple of the step
 * @param codeShape of the network; maps explain the step
 */
public record CodeSizes(int step, int largest, Shape codeShape) {
  /**
   * The sizes up to a limit.
   *
   * @param limit at least the step
   */
  static CodeSizes upTo(int limit, NetworkSpec spec) {
    int step = spec.codeShape() instanceof Shape.Maps maps ? maps.area() : 1;
    return new CodeSizes(step, limit / step * step, spec.codeShape());
  }

  /** The smallest code. */
  public int smallest() {
    return step;
  }

  /** The possible size nearest to any number; the larger of two that are as near. */
  public int snap(int encodingDim) {
    int clamped = Math.clamp(encodingDim, step, largest);
    return Math.clamp(Math.round((double) clamped / step) * step, step, largest);
  }

  /** Why not every number is possible, for instance {@code its code is 4×4×c}; empty if each is. */
  public String reason() {
    return step == 1 || !(codeShape instanceof Shape.Maps maps)
        ? ""
        : "its code is " + maps.height() + "×" + maps.width() + "×c, so a multiple of " + step;
  }

  /** The same as a sentence, with the range where each number in it is possible. */
  public String why() {
    return reason().isEmpty()
        ? "1 to " + largest + " are possible."
        : reason().replaceFirst("its", "the") + ".";
  }

  /**
   * Accepts the possible sizes.
   *
   * @param name of the network, for the message
   * @throws UsageException naming the range, or the two nearest possible sizes
   */
  public void check(int encodingDim, String name) {
    if (encodingDim < step || encodingDim > largest) {
      throw new UsageException(
          "encoding_dim " + encodingDim + " is out of range for " + name + ".",
          "Choose " + step + " to " + largest + (step > 1 ? ", a multiple of " + step + "." : "."));
    }
    if (encodingDim % step != 0) {
      int below = encodingDim / step * step;
      throw new UsageException(
          "encoding_dim " + encodingDim + " does not fit " + name + ": " + reason() + ".",
          "The nearest are " + below + " or " + (below + step) + ".");
    }
  }
}
