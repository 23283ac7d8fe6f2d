package org.aeworkbench.backend;

import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.model.BackendName;
import org.aeworkbench.model.LossTerms;
import org.aeworkbench.network.UpdaterState;

/**
 * A network that is being trained, on one of the backends. Owned by one thread.
 *
 * <p>Losses are means over images and pixels, and a penalty.
 */
public interface Trainer extends AutoCloseable {
  /** Which backend this is. */
  BackendName backend();

  /**
   * One update from a batch.
   *
   * @param data whose images are learned
   * @param order image indices of the epoch
   * @param from first position in {@code order} of the batch
   * @param count images in the batch, at least 1
   * @return the loss before the update; if it is not finite, the parameters are as they were
   */
  LossTerms trainBatch(Dataset data, int[] order, int from, int count);

  /**
   * Loss over all images, without learning: of images with noise and of samples that are the same
   * each time, with the full weight of the penalty.
   */
  LossTerms evaluate(Dataset data);

  /** Takes effect with the next batch. */
  void setLearningRate(double learningRate);

  /** A copy of the parameters in the order of {@link org.aeworkbench.network.Autoencoder}. */
  float[] copyParameters();

  /** A copy of what the optimizer remembers. */
  UpdaterState copyUpdaterState();

  @Override
  void close();
}
