package org.aeworkbench.analysis;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.aeworkbench.model.Loss;
import org.aeworkbench.model.Objective;
import org.aeworkbench.model.Optimizer;
import org.aeworkbench.model.Penalty;
import org.aeworkbench.model.TrainingPlan;
import org.aeworkbench.modelfile.EpochResult;
import org.jspecify.annotations.Nullable;

/** Looks at a training and names what commonly goes wrong with this lab, in one line each. */
public final class LossDoctor {
  private static final double LN2 = Math.log(2);
  private static final double GREY_TOLERANCE = 0.01;
  private static final int ENOUGH_BATCHES = 150;
  private static final double TIMID_ADADELTA = 0.02;

  private LossDoctor() {}

  /**
   * How a training goes.
   *
   * @param batches that were done
   * @param recent mean loss of the last few dozen batches, NaN without any
   * @param epochs finished ones
   */
  public record Course(long batches, double recent, List<EpochResult> epochs) {}

  /** What a plan will run into, before its first batch; empty if nothing is known against it. */
  public static Optional<String> beforehand(TrainingPlan plan) {
    if (plan.optimizer() instanceof Optimizer.Adadelta adadelta
        && adadelta.learningRate() <= TIMID_ADADELTA) {
      return Optional.of(
          "Adadelta with the learning rate "
              + adadelta.learningRate()
              + " hardly moves: the loss will stay near 0.69. The lab's is 1.0.");
    }
    return ObjectiveDoctor.beforehand(plan.objective());
  }

  /**
   * What the losses say.
   *
   * @param baselines what the losses are compared with, null if they are not known
   */
  public static Optional<String> ofLosses(
      Course course, TrainingPlan plan, @Nullable Baselines baselines) {
    double recent = course.recent();
    if (course.batches() < ENOUGH_BATCHES) {
      return Optional.empty();
    }
    if (plan.loss() == Loss.BINARY_CROSS_ENTROPY && Math.abs(recent - LN2) < GREY_TOLERANCE) {
      return Optional.of(
          "The loss stays at 0.69 = ln 2: every pixel is answered with grey."
              + (plan.optimizer() instanceof Optimizer.Adadelta
                  ? " Adadelta needs the learning rate 1.0 here; 0.001 never gets off the ground."
                  : " Try a higher learning rate."));
    }
    // While β grows the loss may grow: it is another one in each epoch.
    int warmup = plan.objective().penalty() instanceof Penalty.Kl kl ? kl.warmupEpochs() : 0;
    double best =
        course.epochs().stream()
            .skip(warmup)
            .mapToDouble(EpochResult::trainLoss)
            .min()
            .orElse(Double.NaN);
    if (recent > 1.25 * best) {
      return Optional.of(
          String.format(
              Locale.ROOT,
              "The loss has risen from %.4f to %.4f: the training diverges."
                  + " Try a lower learning rate.",
              best,
              recent));
    }
    if (baselines != null
        && course.epochs().size() >= 2
        && Math.abs(recent - baselines.meanImage()) < 0.01 * baselines.meanImage()) {
      return Optional.of(
          "The loss stays at that of the mean image: the code carries nothing. "
              + ObjectiveDoctor.mend(plan.objective()));
    }
    return Optional.empty();
  }

  /**
   * What the codes say: numbers that are the same for every image carry nothing.
   *
   * @param objective that they were trained with
   */
  public static Optional<String> ofCodes(LatentStatistics statistics, Objective objective) {
    long dead = statistics.deadCount();
    int all = statistics.dimensions().size();
    if (dead == 0) {
      return Optional.empty();
    }
    return Optional.of(
        (dead == all
                ? "The code is the same for every image: all " + all + " units are dead."
                : dead
                    + " of the "
                    + all
                    + " units of the code "
                    + (dead == 1 ? "is" : "are")
                    + " dead: the same for every image.")
            + (objective.penalty() instanceof Penalty.L1 l1 && 2 * dead >= all
                ? " The sparsity penalty of " + l1.weight() + " holds them down: try a smaller one."
                : " Another seed, a lower learning rate or leakyrelu may keep them alive."));
  }
}
