package org.aeworkbench.model;

import java.util.OptionalDouble;
import org.aeworkbench.problem.UsageException;

/**
 * A training that is known by a name.
 *
 * @param id the name on the command line
 * @param title the name in the window
 * @param family short name of its networks of every code size, for {@code --arch} and file names
 * @param description the network in one line, for a tooltip
 * @param plan every number of it; for MNIST's images unless it is of {@link #forImage}
 * @param largestCode the largest {@code encoding_dim} that is offered
 * @param publishedLoss the validation loss on MNIST that others published for it, if they did
 */
public record Preset(
    String id,
    String title,
    String family,
    String description,
    TrainingPlan plan,
    int largestCode,
    OptionalDouble publishedLoss) {
  /** The network, for images of MNIST's shape. */
  public NetworkSpec spec() {
    return plan.spec();
  }

  /** The code sizes that it can have for images of MNIST's shape. */
  public CodeSizes codeSizes() {
    return CodeSizes.upTo(largestCode, spec());
  }

  /**
   * The same training of images of another shape.
   *
   * @throws UsageException if the network does not come out at that size, naming one that fits
   */
  public Preset forImage(ImageShape image) {
    if (image.equals(spec().image())) {
      return this;
    }
    try {
      return new Preset(
          id,
          title,
          family,
          description,
          plan.withSpec(spec().withImage(image)),
          largestCode,
          publishedLoss);
    } catch (UsageException e) {
      throw new UsageException(
          title
              + " cannot make images of "
              + image.height()
              + "×"
              + image.width()
              + " pixels: "
              + FittingSize.reason(spec(), image),
          FittingSize.remedy(spec(), image));
    }
  }

  /** True if {@link #forImage} has an answer. */
  public boolean fits(ImageShape image) {
    return FittingSize.fits(spec(), image);
  }

  /** True for this preset's network with whatever code size, for images of whatever shape. */
  public boolean isFamilyOf(NetworkSpec other) {
    if (!fits(other.image())) {
      return false;
    }
    Preset fitting = forImage(other.image());
    return fitting.codeSizes().snap(other.encodingDim()) == other.encodingDim()
        && fitting.spec().withEncodingDim(other.encodingDim()).equals(other);
  }

  /**
   * True if a plan is this preset's, seed, backend, number of epochs and the shape of the images
   * left aside.
   */
  public boolean matches(TrainingPlan other) {
    return fits(other.spec().image())
        && forImage(other.spec().image())
            .plan
            .withSeed(other.seed())
            .withBackend(other.backend())
            .withEpochs(other.epochs())
            .equals(other);
  }

  /** True if a plan is this preset's, seed and backend left aside. */
  public boolean isFollowedBy(TrainingPlan other) {
    return matches(other) && plan.epochs() == other.epochs();
  }
}
