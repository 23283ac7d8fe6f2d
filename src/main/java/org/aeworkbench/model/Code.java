package org.aeworkbench.model;

/** What stands between encoder and decoder. */
public sealed interface Code {
  /** The encoder's output itself. */
  record Plain() implements Code {}

  /**
   * A normal distribution for each number of the code: two dense linear layers on the encoder's
   * flattened output give its mean and the logarithm of its variance (Kingma and Welling 2014).
   *
   * @param dimension numbers in the code, 1…{@value NetworkSpec#MAX_CODE}
   */
  record Gaussian(int dimension) implements Code {
    /** Refuses a code without numbers. */
    public Gaussian {
      LayerRanges.check("numbers in the code", dimension, NetworkSpec.MAX_CODE);
    }
  }
}
