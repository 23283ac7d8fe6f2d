package org.aeworkbench.training;

import java.util.Locale;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.model.Optimizer;
import org.aeworkbench.model.TrainingPlan;
import org.aeworkbench.problem.UsageException;

/** What a training takes of the heap. */
final class MemoryNeed {
  /** The program itself, and the values of a chunk of images. */
  private static final long REST = 150L << 20;

  private MemoryNeed() {}

  /**
   * About how many bytes the heap holds at most: the images, and the parameters with what the
   * optimizer remembers of each in the trainer (where there is a gradient as well), in the last
   * models whose loss was finite, in the one that is being saved, and again in the order of its
   * file.
   *
   * @param training images, which count if they are in memory
   */
  static long bytes(TrainingPlan plan, Dataset training) {
    long remembered = 1L + plan.optimizer().slots();
    long copies = (remembered + 1) + 5 * remembered;
    long images =
        training.heldBytes() == null ? 0 : (long) training.size() * training.shape().size();
    return Float.BYTES * copies * plan.spec().parameterCount() + images + REST;
  }

  /**
   * Accepts a training that fits.
   *
   * @param available bytes the heap may grow to
   * @throws UsageException with both numbers, before anything is begun
   */
  static void check(TrainingPlan plan, Dataset training, long available) {
    long needed = bytes(plan, training);
    if (needed > available) {
      throw new UsageException(
          String.format(
              Locale.ROOT,
              "Training a network of %d parameters with %s takes about %.1f GB of memory, %.1f GB"
                  + " more than there are.",
              plan.spec().parameterCount(),
              plan.optimizer().id(),
              needed / 1e9,
              (needed - available) / 1e9),
          plan.optimizer().slots() > new Optimizer.Sgd().slots()
              ? "Make its largest layer smaller, or choose sgd, which remembers less."
              : "Make its largest layer smaller.");
    }
  }
}
