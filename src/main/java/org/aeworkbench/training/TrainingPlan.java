package org.aeworkbench.training;

import org.aeworkbench.model.Loss;
import org.aeworkbench.model.Optimizer;
import org.aeworkbench.network.AutoencoderSpec;
import org.aeworkbench.problem.UsageException;

/**
 * Everything that decides how a training goes; with the data it decides the result to the last bit.
 *
 * @param spec the network
 * @param optimizer how it learns
 * @param loss what it makes small
 * @param epochs passes over the data, 1…{@value #MAX_EPOCHS}
 * @param batchSize images an update, 1…{@value #MAX_BATCH_SIZE}; the last batch of an epoch may be
 *     smaller
 * @param seed of initialisation and shuffling
 * @param shuffle false: file order in every epoch
 * @param backend what computes it
 */
public record TrainingPlan(
    AutoencoderSpec spec,
    Optimizer optimizer,
    Loss loss,
    int epochs,
    int batchSize,
    long seed,
    boolean shuffle,
    Backend backend) {
  /** The most epochs of a run. */
  public static final int MAX_EPOCHS = 10_000;

  /** The largest batch: all of MNIST. */
  public static final int MAX_BATCH_SIZE = 60_000;

  /** Checks the ranges. */
  public TrainingPlan {
    if (epochs < 1 || epochs > MAX_EPOCHS) {
      throw new UsageException(
          epochs + " epochs are out of range.", "Choose 1 to " + MAX_EPOCHS + ".");
    }
    if (batchSize < 1 || batchSize > MAX_BATCH_SIZE) {
      throw new UsageException(
          "The batch size " + batchSize + " is out of range.",
          "Choose 1 to " + MAX_BATCH_SIZE + ".");
    }
  }

  /** The same plan for another network. */
  public TrainingPlan withSpec(AutoencoderSpec other) {
    return new TrainingPlan(other, optimizer, loss, epochs, batchSize, seed, shuffle, backend);
  }

  /** The same plan with another optimizer or learning rate. */
  public TrainingPlan withOptimizer(Optimizer other) {
    return new TrainingPlan(spec, other, loss, epochs, batchSize, seed, shuffle, backend);
  }

  /** The same plan with another loss. */
  public TrainingPlan withLoss(Loss other) {
    return new TrainingPlan(spec, optimizer, other, epochs, batchSize, seed, shuffle, backend);
  }

  /** The same plan with another number of epochs. */
  public TrainingPlan withEpochs(int other) {
    return new TrainingPlan(spec, optimizer, loss, other, batchSize, seed, shuffle, backend);
  }

  /** The same plan with another batch size. */
  public TrainingPlan withBatchSize(int other) {
    return new TrainingPlan(spec, optimizer, loss, epochs, other, seed, shuffle, backend);
  }

  /** The same plan with another seed. */
  public TrainingPlan withSeed(long other) {
    return new TrainingPlan(spec, optimizer, loss, epochs, batchSize, other, shuffle, backend);
  }

  /** The same plan with or without shuffling. */
  public TrainingPlan withShuffle(boolean other) {
    return new TrainingPlan(spec, optimizer, loss, epochs, batchSize, seed, other, backend);
  }

  /** The same plan on another backend. */
  public TrainingPlan withBackend(Backend other) {
    return new TrainingPlan(spec, optimizer, loss, epochs, batchSize, seed, shuffle, other);
  }
}
