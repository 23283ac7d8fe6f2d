package org.aeworkbench.peers;

/** A trainer of one of the lab's networks, with batches of {@value #BATCH} images. */
interface Peer extends AutoCloseable {
  /** Images in a batch. */
  int BATCH = 256;

  /**
   * One update.
   *
   * @param from first image of the batch in the training data, in file order
   * @return the mean loss per pixel before the update
   */
  double step(int from) throws Exception;

  @Override
  void close() throws Exception;
}
