package org.aeworkbench.model;

import org.aeworkbench.problem.UsageException;

/**
 * Everything that decides how a training goes; with the data it decides the result to the last bit.
 *
 * @param spec the network
 * @param optimizer how it learns
 * @param objective what it makes small; cross-entropy wants a sigmoid at the end, a gaussian code a
 *     variational penalty
 * @param epochs passes over the data, 1…{@value #MAX_EPOCHS}
 * @param batchSize images an update, 1…{@value #MAX_BATCH_SIZE}; the last batch of an epoch may be
 *     smaller
 * @param seed of initialisation, shuffling, dropout, noise and samples
 * @param shuffle false: file order in every epoch
 * @param backend what computes it
 */
public record TrainingPlan(
    NetworkSpec spec,
    Optimizer optimizer,
    Objective objective,
    int epochs,
    int batchSize,
    long seed,
    boolean shuffle,
    BackendName backend) {
  /** The most epochs of a run. */
  public static final int MAX_EPOCHS = 10_000;

  /** The largest batch: all of MNIST. */
  public static final int MAX_BATCH_SIZE = 60_000;

  /** Checks the ranges, and that objective and network go together. */
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
    objective.check(spec);
  }

  /** The same plan for another network; the penalty becomes one for its kind of code. */
  public TrainingPlan withSpec(NetworkSpec other) {
    return withNetwork(other, objective.fitting(other.code()));
  }

  /** The same plan for another network and objective, which have to go together. */
  public TrainingPlan withNetwork(NetworkSpec other, Objective its) {
    return new TrainingPlan(other, optimizer, its, epochs, batchSize, seed, shuffle, backend);
  }

  /**
   * The same plan for images of another shape: its network made for them, or if that does not come
   * out at their size, the lab's shallow one.
   */
  public TrainingPlan forImage(ImageShape image) {
    if (image.equals(spec.image())) {
      return this;
    }
    return withSpec(
        FittingSize.fits(spec, image)
            ? spec.withImage(image)
            : Presets.LAB_SHALLOW.forImage(image).spec());
  }

  /** The same plan with another optimizer or learning rate. */
  public TrainingPlan withOptimizer(Optimizer other) {
    return new TrainingPlan(spec, other, objective, epochs, batchSize, seed, shuffle, backend);
  }

  /** Updates of an epoch of so many images, at least 1; the last may be of fewer images. */
  public int batches(int images) {
    return Math.max(1, Math.ceilDiv(images, batchSize));
  }

  /** How far a reconstruction is from its image. */
  public Loss loss() {
    return objective.loss();
  }

  /** The same plan with another loss. */
  public TrainingPlan withLoss(Loss other) {
    return withObjective(objective.withLoss(other));
  }

  /** The same plan with another objective. */
  public TrainingPlan withObjective(Objective other) {
    return new TrainingPlan(spec, optimizer, other, epochs, batchSize, seed, shuffle, backend);
  }

  /** The same plan with another number of epochs. */
  public TrainingPlan withEpochs(int other) {
    return new TrainingPlan(spec, optimizer, objective, other, batchSize, seed, shuffle, backend);
  }

  /** The same plan with another batch size. */
  public TrainingPlan withBatchSize(int other) {
    return new TrainingPlan(spec, optimizer, objective, epochs, other, seed, shuffle, backend);
  }

  /** The same plan with another seed. */
  public TrainingPlan withSeed(long other) {
    return new TrainingPlan(spec, optimizer, objective, epochs, batchSize, other, shuffle, backend);
  }

  /** The same plan with or without shuffling. */
  public TrainingPlan withShuffle(boolean other) {
    return new TrainingPlan(spec, optimizer, objective, epochs, batchSize, seed, other, backend);
  }

  /** The same plan on another backend. */
  public TrainingPlan withBackend(BackendName other) {
    return new TrainingPlan(spec, optimizer, objective, epochs, batchSize, seed, shuffle, other);
  }
}
