package org.aeworkbench.peers;

/** A trainer of a {@link PeerNetwork}. */
interface Peer extends AutoCloseable {
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
