package org.aeworkbench.app.session;

import org.aeworkbench.model.Loss;
import org.aeworkbench.network.Autoencoder;

/**
 * The network that every tab shows: the latest snapshot of a training, or a finished or opened
 * model.
 *
 * @param autoencoder immutable, runnable on any thread
 * @param loss that it is trained with, and judged by everywhere
 * @param run identifies the run; changes when another model is opened or a training starts anew
 * @param version grows with every snapshot of a run
 * @param epoch finished or current epoch, 0 before training
 * @param endOfEpoch true for the state after an epoch's last batch
 */
public record LiveModel(
    Autoencoder autoencoder, Loss loss, long run, long version, int epoch, boolean endOfEpoch) {}
