package org.aeworkbench.imports.source;

import org.aeworkbench.problem.ProblemException;

/** What the numbers of a table or an array mean: 0…255, or fractions in 0…1. */
enum Levels {
  /** As they are. */
  BYTES(1),
  /** Times 255. */
  FRACTIONS(255);

  private final double factor;

  Levels(double factor) {
    this.factor = factor;
  }

  /**
   * A byte.
   *
   * @param image stands in the message
   * @throws ProblemException if the number is out of range
   */
  byte level(double number, String image) {
    double level = number * factor;
    // What computes fractions goes a little too far now and then.
    if (!(level > -0.5 && level < 255.5)) {
      throw new ProblemException(
          image
              + " has the value "
              + (float) number
              + ", out of "
              + (this == BYTES ? "0 to 255" : "0 to 1")
              + ".",
          "Bring the numbers to 0 to 255, or to 0 to 1.");
    }
    return (byte) Math.round(level);
  }

  /** Which they are, by the first of them. For one thread. */
  static final class Guess {
    private double largest;

    void see(double number) {
      largest = Math.max(largest, number);
    }

    Levels levels() {
      return largest > 1 ? BYTES : FRACTIONS;
    }
  }
}
