package org.aeworkbench.cli;

import java.util.Locale;
import org.aeworkbench.model.LossTerms;
import org.aeworkbench.model.Penalty;
import org.aeworkbench.model.TrainingPlan;

/** Losses for people: with a penalty also what they are made of. */
final class LossText {
  private LossText() {}

  /**
   * For instance {@code 0.0916}, {@code 0.1012 = 0.0950 + 0.0062}, or of a variational autoencoder
   * {@code 0.1347 = 0.1025 + 0.0322 (105.6 = 80.4 + 25.2 an image)}.
   */
  static String of(LossTerms loss, TrainingPlan plan) {
    return switch (plan.objective().penalty()) {
      case Penalty.None _ -> String.format(Locale.ROOT, "%.4f", loss.total());
      case Penalty.L1 _ -> terms(loss, 4);
      case Penalty.Kl _ ->
          terms(loss, 4) + " (" + terms(loss.anImage(plan.spec().image().size()), 2) + " an image)";
    };
  }

  private static String terms(LossTerms loss, int digits) {
    String number = "%." + digits + "f";
    return String.format(
        Locale.ROOT,
        number + " = " + number + " + " + number,
        loss.total(),
        loss.reconstruction(),
        loss.penalty());
  }
}
