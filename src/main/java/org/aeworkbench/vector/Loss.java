package org.aeworkbench.vector;

/**
 * The training loss, taken from the logits of the sigmoid output layer and averaged over all pixels
 * of all images of a batch.
 */
public enum Loss {
  /** Binary cross-entropy, stable for any logit: max(z,0) - z·x + log(1 + exp(-|z|)). */
  BINARY_CROSS_ENTROPY,
  /** Squared difference of the sigmoid output and the pixel. */
  MEAN_SQUARED_ERROR
}
