package org.aeworkbench.cli;

import java.util.Locale;
import org.aeworkbench.model.Penalty;

/** Objectives for people. */
final class ObjectiveText {
  private ObjectiveText() {}

  /** For instance {@code variational, beta 1, warm-up of 5 epochs}. */
  static String of(Penalty.Kl kl) {
    String text = String.format(Locale.ROOT, "variational, beta %s", kl.beta());
    if (kl.warmupEpochs() > 0) {
      text += ", warm-up of " + kl.warmupEpochs() + " epochs";
    }
    return kl.sampling() ? text : text + ", without samples";
  }
}
