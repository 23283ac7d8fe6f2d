package org.aeworkbench.training;

import java.util.Optional;
import org.aeworkbench.model.Loss;
import org.aeworkbench.model.Optimizer;
import org.aeworkbench.network.Architecture;
import org.aeworkbench.network.AutoencoderSpec;
import org.aeworkbench.problem.UsageException;

/** The lab's three trainings, number for number. */
public enum Preset {
  /** 50 epochs of 256 images a batch. */
  LAB_SHALLOW("lab-shallow", Architecture.SHALLOW, 50, 256, 0.1018),
  /** 100 epochs of 256 images a batch. */
  LAB_DEEP("lab-deep", Architecture.DEEP, 100, 256, 0.0971),
  /** 50 epochs of 128 images a batch, where the lab leaves the choice open. */
  LAB_CONV("lab-conv", Architecture.CONV, 50, 128, 0.094);

  /** Seed of a preset unless another is asked for. */
  public static final long DEFAULT_SEED = 42;

  private final String id;
  private final Architecture architecture;
  private final int epochs;
  private final int batchSize;
  private final double publishedLoss;

  Preset(String id, Architecture architecture, int epochs, int batchSize, double publishedLoss) {
    this.id = id;
    this.architecture = architecture;
    this.epochs = epochs;
    this.batchSize = batchSize;
    this.publishedLoss = publishedLoss;
  }

  /** The name on the command line. */
  public String id() {
    return id;
  }

  /** The architecture that it trains. */
  public Architecture architecture() {
    return architecture;
  }

  /**
   * The validation loss that others published for this training (conv: the training loss of the
   * Keras blog).
   */
  public double publishedLoss() {
    return publishedLoss;
  }

  /** The plan: Adadelta 1.0, binary cross-entropy, shuffled, vector backend. */
  public TrainingPlan plan() {
    return new TrainingPlan(
        new AutoencoderSpec(architecture),
        new Optimizer.Adadelta(),
        Loss.BINARY_CROSS_ENTROPY,
        epochs,
        batchSize,
        DEFAULT_SEED,
        true,
        Backend.VECTOR);
  }

  /** The preset of an architecture. */
  public static Preset of(Architecture architecture) {
    return switch (architecture) {
      case SHALLOW -> LAB_SHALLOW;
      case DEEP -> LAB_DEEP;
      case CONV -> LAB_CONV;
    };
  }

  /** The preset whose plan this is, seed, backend and number of epochs left aside. */
  public static Optional<Preset> matching(TrainingPlan plan) {
    Preset preset = of(plan.spec().architecture());
    TrainingPlan same =
        preset.plan().withSeed(plan.seed()).withBackend(plan.backend()).withEpochs(plan.epochs());
    return same.equals(plan) ? Optional.of(preset) : Optional.empty();
  }

  /**
   * The preset of a name.
   *
   * @throws UsageException if there is none of that name
   */
  public static Preset of(String id) {
    for (Preset preset : values()) {
      if (preset.id.equalsIgnoreCase(id)) {
        return preset;
      }
    }
    throw new UsageException(
        "There is no preset \"" + id + "\".", "Choose lab-shallow, lab-deep or lab-conv.");
  }
}
