package org.aeworkbench.modelfile;

/**
 * The losses of all batches of a training in bounded space: each of at most {@value #CAPACITY}
 * numbers is the mean of as many successive batches as it takes. For display; what goes on with a
 * training does not depend on it.
 *
 * @param means in order; not to be written to
 * @param stride batches of each mean; 1 as long as every batch has its own number
 * @param batches that were done; those behind the last whole mean are in {@code openSum}
 * @param openSum sum of the losses that make no whole mean yet
 */
public record BatchLosses(float[] means, int stride, long batches, double openSum) {
  /** The most numbers: a thousand epochs of MNIST in batches of 256 are kept batch by batch. */
  public static final int CAPACITY = 1 << 18;

  /**
   * Checks that the numbers go together.
   *
   * @throws IllegalArgumentException if they do not
   */
  public BatchLosses {
    if (stride < 1
        || means.length > CAPACITY
        || batches < (long) means.length * stride
        || batches >= (means.length + 1L) * stride
        || !Double.isFinite(openSum)) {
      throw new IllegalArgumentException(
          means.length + " means of " + stride + " are not " + batches + " batches");
    }
  }

  /** Before the first batch. */
  public static BatchLosses none() {
    return new BatchLosses(new float[0], 1, 0, 0);
  }

  /** Of losses of every batch, thinned where they are too many. */
  public static BatchLosses of(float... losses) {
    BatchLossRecorder recorder = new BatchLossRecorder(none());
    for (float loss : losses) {
      recorder.add(loss);
    }
    return recorder.losses();
  }
}
