package org.aeworkbench.modelfile;

/**
 * Where a model comes from.
 *
 * @param dataName for instance {@code MNIST}
 * @param dataChecksum SHA-256 of the training images' pixels
 * @param trainingImages how many of them there were
 * @param workbenchVersion that trained it
 * @param created ISO-8601 instant at which the run began
 */
public record Provenance(
    String dataName,
    String dataChecksum,
    int trainingImages,
    String workbenchVersion,
    String created) {}
