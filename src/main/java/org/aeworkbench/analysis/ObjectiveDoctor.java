package org.aeworkbench.analysis;

import java.util.Arrays;
import java.util.Optional;
import org.aeworkbench.model.Corruption;
import org.aeworkbench.model.Objective;
import org.aeworkbench.model.Penalty;

/** Names what goes wrong with noise, sparsity and gaussian codes, in one line each. */
public final class ObjectiveDoctor {
  /** Nats below which a number of a gaussian code carries nothing. */
  public static final double COLLAPSED = 0.01;

  private static final double MOST_GAUSSIAN = 1;
  private static final double MOST_LOST = 0.9;

  private ObjectiveDoctor() {}

  /** What an objective will run into. */
  static Optional<String> beforehand(Objective objective) {
    boolean tooStrong =
        switch (objective.corruption()) {
          case Corruption.None _ -> false;
          case Corruption.Gaussian noise -> noise.level() > MOST_GAUSSIAN;
          case Corruption.Masking noise -> noise.level() > MOST_LOST;
          case Corruption.SaltAndPepper noise -> noise.level() > MOST_LOST;
        };
    return tooStrong
        ? Optional.of(
            "The noise "
                + objective.corruption().text()
                + " leaves hardly anything of an image: what comes out will be the mean image."
                + " Try less, for instance "
                + usual(objective.corruption()).text()
                + ".")
        : Optional.empty();
  }

  private static Corruption usual(Corruption noise) {
    return noise instanceof Corruption.Gaussian ? noise.withLevel(0.4) : noise.withLevel(0.3);
  }

  /** What to try where the code carries nothing. */
  static String mend(Objective objective) {
    return switch (objective.penalty()) {
      case Penalty.L1 l1 -> "The sparsity penalty of " + l1.weight() + " is too strong: try less.";
      case Penalty.Kl kl -> collapseMend(kl);
      case Penalty.None _ ->
          objective.isDenoising()
              ? "Try less noise than " + objective.corruption().text() + ", or another seed."
              : "Try another seed or a lower learning rate.";
    };
  }

  /**
   * What the distributions of a variational code say: where most numbers are N(0, 1) for every
   * image, the decoder has learned to do without the code.
   *
   * @param divergences of each number, in nats, mean over some images
   */
  public static Optional<String> ofDivergences(double[] divergences, Objective objective) {
    long collapsed = Arrays.stream(divergences).filter(nats -> nats < COLLAPSED).count();
    if (!(objective.penalty() instanceof Penalty.Kl kl) || 2 * collapsed <= divergences.length) {
      return Optional.empty();
    }
    boolean all = collapsed == divergences.length;
    return Optional.of(
        "Posterior collapse: "
            + (all ? "all " : collapsed + " of the ")
            + divergences.length
            + " units of the code are N(0, 1) whatever the image"
            + (all ? ", the code carries nothing. " : ". ")
            + collapseMend(kl));
  }

  private static String collapseMend(Penalty.Kl kl) {
    return kl.warmupEpochs() == 0
        ? "Let β grow over some epochs (a warm-up), or choose one below " + kl.beta() + "."
        : "Choose a longer warm-up, or a β below " + kl.beta() + ".";
  }
}
