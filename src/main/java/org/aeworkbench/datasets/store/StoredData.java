package org.aeworkbench.datasets.store;

import java.nio.file.Path;
import org.aeworkbench.datasets.DataSplit;

/**
 * A data set in a file, open.
 *
 * @param data its images, mapped
 * @param description what it is
 * @param duplicates how many test images are among the training images too, byte for byte
 * @param file where it is
 * @param bytes size of the file
 */
public record StoredData(
    DataSplit data, DataDescription description, int duplicates, Path file, long bytes) {}
