package org.aeworkbench.training;

import org.aeworkbench.model.LossTerms;
import org.aeworkbench.modelfile.EpochResult;
import org.aeworkbench.modelfile.TrainedModel;
import org.aeworkbench.network.Autoencoder;

/**
 * Is told how a training goes, on the training thread: implementations are quick and never wait.
 * What they are handed is immutable.
 */
public interface TrainingObserver {
  /**
   * A batch is done.
   *
   * @param epoch counted from 1
   * @param batch within the epoch, counted from 1
   * @param batches of an epoch
   * @param loss before the update, mean over images and pixels
   */
  default void onBatch(int epoch, int batch, int batches, LossTerms loss) {}

  /** An epoch is done. */
  default void onEpoch(EpochResult result) {}

  /**
   * The network as it is now: five times a second at most, and after every epoch.
   *
   * @param epoch counted from 1
   * @param endOfEpoch true for the state after the epoch's last batch
   */
  default void onSnapshot(Autoencoder snapshot, int epoch, boolean endOfEpoch) {}

  /**
   * The whole model as it is now, updater state and history included, for whoever keeps a run safe
   * against a crash: after every epoch and, in longer epochs, at least once a minute. Trained
   * further from here, a run goes on as if it had not been interrupted.
   */
  default void onCheckpoint(TrainedModel model) {}
}
