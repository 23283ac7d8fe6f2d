package org.aeworkbench.model;

import java.util.OptionalDouble;

/**
 * A training that is known by a name.
 *
 * @param id the name on the command line
 * @param title the name in the window
 * @param family short name of its networks of every code size, for {@code --arch} and file names
 * @param description the network in one line, for a tooltip
 * @param plan every number of it
 * @param largestCode the largest {@code encoding_dim} that is offered
 * @param publishedLoss the validation loss that others published for it, if they did
 */
public record Preset(
    String id,
    String title,
    String family,
    String description,
    TrainingPlan plan,
    int largestCode,
    OptionalDouble publishedLoss) {
  /** The network. */
  public NetworkSpec spec() {
    return plan.spec();
  }

  /** The code sizes that it can have. */
  public CodeSizes codeSizes() {
    return CodeSizes.upTo(largestCode, spec());
  }

  /** True for this preset's network with its own or another code size. */
  public boolean isFamilyOf(NetworkSpec other) {
    return codeSizes().snap(other.encodingDim()) == other.encodingDim()
        && spec().withEncodingDim(other.encodingDim()).equals(other);
  }

  /** True if a plan is this preset's, seed, backend and number of epochs left aside. */
  public boolean matches(TrainingPlan other) {
    return plan.withSeed(other.seed())
        .withBackend(other.backend())
        .withEpochs(other.epochs())
        .equals(other);
  }

  /** True if a plan is this preset's, seed and backend left aside. */
  public boolean isFollowedBy(TrainingPlan other) {
    return matches(other) && plan.epochs() == other.epochs();
  }
}
