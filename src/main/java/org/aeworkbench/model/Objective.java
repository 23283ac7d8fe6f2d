package org.aeworkbench.model;

/**
 * What training makes small: a reconstruction term, always the mean over batch and values against
 * the clean image.
 *
 * @param loss how far a reconstruction is from its image
 */
public record Objective(Loss loss) {
  /** The lab's: binary cross-entropy. */
  public static final Objective LAB = new Objective(Loss.BINARY_CROSS_ENTROPY);
}
