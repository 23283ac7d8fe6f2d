package org.aeworkbench.model;

import org.aeworkbench.problem.UsageException;

/**
 * What training makes small: a reconstruction term, always the mean over batch and values against
 * the clean image, and a penalty.
 *
 * @param loss how far a reconstruction is from its image
 * @param corruption of the images that the encoder sees
 * @param penalty on the code
 */
public record Objective(Loss loss, Corruption corruption, Penalty penalty) {
  /** The lab's: binary cross-entropy. */
  public static final Objective LAB = new Objective(Loss.BINARY_CROSS_ENTROPY);

  /** A plain autoencoder's. */
  public Objective(Loss loss) {
    this(loss, new Corruption.None(), new Penalty.None());
  }

  /** The same with another loss. */
  public Objective withLoss(Loss other) {
    return new Objective(other, corruption, penalty);
  }

  /** The same with other noise on the images. */
  public Objective withCorruption(Corruption other) {
    return new Objective(loss, other, penalty);
  }

  /** The same with another penalty. */
  public Objective withPenalty(Penalty other) {
    return new Objective(loss, corruption, other);
  }

  /** True if it is but the reconstruction term of clean images. */
  public boolean isPlain() {
    return corruption instanceof Corruption.None && penalty instanceof Penalty.None;
  }

  /** True if images are corrupted. */
  public boolean isDenoising() {
    return !(corruption instanceof Corruption.None);
  }

  /**
   * The same for a network of this kind of code: a gaussian code has the divergence of a
   * variational autoencoder, a plain code has not.
   */
  public Objective fitting(Code code) {
    return switch (code) {
      case Code.Gaussian _ ->
          penalty instanceof Penalty.Kl ? this : withPenalty(Penalty.Kl.STANDARD);
      case Code.Plain _ -> penalty instanceof Penalty.Kl ? withPenalty(new Penalty.None()) : this;
    };
  }

  /**
   * Accepts a network that it goes together with.
   *
   * @throws UsageException saying what does not, and the mend
   */
  void check(NetworkSpec spec) {
    if (loss == Loss.BINARY_CROSS_ENTROPY && spec.outputActivation() != Activation.SIGMOID) {
      throw new UsageException(
          "Cross-entropy needs a network that ends with sigmoid, not "
              + spec.outputActivation().id()
              + ".",
          "End it with sigmoid, or choose mse.");
    }
    boolean gaussian = spec.code() instanceof Code.Gaussian;
    if (penalty instanceof Penalty.Kl && !gaussian) {
      throw new UsageException(
          "A variational objective needs a network with a gaussian code.",
          "End the encoder with gaussian:" + spec.encodingDim() + ".");
    }
    if (gaussian && penalty instanceof Penalty.L1) {
      throw new UsageException(
          "A gaussian code has its own penalty, sparsity cannot be added.",
          "Leave one of the two out.");
    }
    if (gaussian && !(penalty instanceof Penalty.Kl)) {
      throw new UsageException(
          "A network with a gaussian code needs a variational objective.",
          "Make it variational, or the code plain.");
    }
  }
}
