package org.aeworkbench.datasets;

/**
 * Images to learn and images to judge by, of one shape.
 *
 * @param training what a network learns
 * @param test what it is judged by and never learns
 */
public record DataSplit(Dataset training, Dataset test) {
  /** Both parts have one shape. */
  public DataSplit {
    if (!training.shape().equals(test.shape())) {
      throw new IllegalArgumentException(
          "training images of "
              + training.shape().text()
              + ", test images of "
              + test.shape().text());
    }
  }

  /**
   * A part of the data: the first training images, and as many test images if there are so many.
   *
   * @param count of training images, 1 to all of them
   */
  public DataSplit first(int count) {
    return count == training.size()
        ? this
        : new DataSplit(training.first(count), test.first(Math.min(count, test.size())));
  }
}
