package org.aeworkbench.modelfile;

import org.aeworkbench.model.LossTerms;

/**
 * What an epoch came to. Losses are means over images and pixels, and a penalty.
 *
 * @param epoch counted from 1
 * @param train mean of the batches' losses, each taken before its update, as Keras reports it
 * @param validation loss on the test set after the epoch's last update, with the same noise and
 *     samples each time and the full weight of the penalty
 * @param learningRate in force at the end of the epoch
 * @param seconds spent training and validating, pauses not counted
 */
public record EpochResult(
    int epoch, LossTerms train, LossTerms validation, double learningRate, double seconds) {
  /** Mean of the batches' losses. */
  public double trainLoss() {
    return train.total();
  }

  /** Loss on the test set. */
  public double validationLoss() {
    return validation.total();
  }
}
