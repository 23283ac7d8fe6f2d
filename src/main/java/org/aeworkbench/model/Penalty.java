package org.aeworkbench.model;

import org.aeworkbench.problem.UsageException;

/** What is added to the reconstruction term to shape the code. */
public sealed interface Penalty {
  /** The largest weight of a penalty. */
  double MOST = 1000;

  /** Its factor once a warm-up is over, 0…{@value #MOST}; validation always has this one. */
  double weight();

  /**
   * Its factor for one update.
   *
   * @param step updates before it
   * @param batches updates of an epoch
   */
  default double weight(long step, int batches) {
    return weight();
  }

  /** Nothing is added. */
  record None() implements Penalty {
    @Override
    public double weight() {
      return 0;
    }
  }

  /**
   * Of a sparse autoencoder: weight · mean over the batch of Σ|code|, Keras' activity regulariser.
   *
   * @param weight 0…{@value #MOST}
   */
  record L1(double weight) implements Penalty {
    /** Checks the range. */
    public L1 {
      check("weight of the sparsity penalty", weight);
    }
  }

  /**
   * Of a variational autoencoder (Kingma and Welling 2014; β: Higgins and others 2017): β · mean
   * over the batch of the Kullback-Leibler divergence of the code's distribution from N(0, 1), over
   * the numbers of an image, as the reconstruction term is a mean over those.
   *
   * @param beta 0…{@value #MOST}
   * @param warmupEpochs in which its factor grows from 0 to β, update by update; 0 for none
   * @param sampling whether the decoder learns from samples of the distribution; else from its mean
   */
  record Kl(double beta, int warmupEpochs, boolean sampling) implements Penalty {
    /** The variational autoencoder: β = 1, no warm-up. */
    public static final Kl STANDARD = new Kl(1, 0, true);

    /** Checks the ranges. */
    public Kl {
      check("β", beta);
      if (warmupEpochs < 0 || warmupEpochs > TrainingPlan.MAX_EPOCHS) {
        throw new UsageException(
            "A warm-up of " + warmupEpochs + " epochs is out of range.",
            "Choose 0 to " + TrainingPlan.MAX_EPOCHS + ".");
      }
    }

    @Override
    public double weight() {
      return beta;
    }

    @Override
    public double weight(long step, int batches) {
      long steps = (long) warmupEpochs * batches;
      return step < steps ? beta * step / steps : beta;
    }
  }

  private static void check(String what, double weight) {
    if (!(weight >= 0 && weight <= MOST)) {
      throw new UsageException(
          "The " + what + " " + weight + " is out of range.", "Choose 0 to 1000.");
    }
  }
}
