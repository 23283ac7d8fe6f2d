package org.aeworkbench.model;

/**
 * A loss and what it is made of.
 *
 * @param reconstruction mean over images and their numbers, against the clean image
 * @param penalty on the code, with its weight; 0 without one
 */
public record LossTerms(double reconstruction, double penalty) {
  /** A loss without a penalty. */
  public static LossTerms plain(double reconstruction) {
    return new LossTerms(reconstruction, 0);
  }

  /** Both together, what training makes small. */
  public double total() {
    return reconstruction + penalty;
  }

  /** True if both are numbers. */
  public boolean isFinite() {
    return Double.isFinite(reconstruction) && Double.isFinite(penalty);
  }

  /**
   * The same summed over an image, as papers give it of variational autoencoders: with
   * cross-entropy and β = 1 nats an image, an upper bound of the negative log-likelihood.
   *
   * @param values numbers of an image
   */
  public LossTerms anImage(int values) {
    return new LossTerms(reconstruction * values, penalty * values);
  }
}
