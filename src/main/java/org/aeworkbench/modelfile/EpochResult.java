package org.aeworkbench.modelfile;

/**
 * What an epoch came to. Losses are means over images and pixels.
 *
 * @param epoch counted from 1
 * @param trainLoss mean of the batches' losses, each taken before its update, as Keras reports it
 * @param validationLoss loss on the test set after the epoch's last update
 * @param learningRate in force at the end of the epoch
 * @param seconds spent training and validating, pauses not counted
 */
public record EpochResult(
    int epoch, double trainLoss, double validationLoss, double learningRate, double seconds) {}
