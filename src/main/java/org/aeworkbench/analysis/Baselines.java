package org.aeworkbench.analysis;

/**
 * Losses on the test set that put a network's loss into perspective: means over images and pixels.
 *
 * @param entropyFloor of a perfect reconstruction: binary cross-entropy of grey pixels is not zero
 *     even then; 0 for the squared error
 * @param pca of the best linear code of equal size, learned from the training set; not a number
 *     where that would take minutes: large images, and a large code
 * @param meanImage of answering with the mean training image, whatever is asked
 */
public record Baselines(double entropyFloor, double pca, double meanImage) {}
