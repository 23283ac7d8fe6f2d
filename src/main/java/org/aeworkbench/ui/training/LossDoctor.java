package org.aeworkbench.ui.training;

import java.util.Locale;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.aeworkbench.analysis.Baselines;
import org.aeworkbench.model.Loss;
import org.aeworkbench.model.Optimizer;
import org.aeworkbench.model.TrainingPlan;
import org.aeworkbench.modelfile.EpochResult;
import org.jspecify.annotations.Nullable;

/** Looks at the losses and names what commonly goes wrong with this lab, in one line. */
public final class LossDoctor {
  private static final double LN2 = Math.log(2);
  private static final double GREY_TOLERANCE = 0.01;
  private static final int ENOUGH_BATCHES = 150;

  private final TrainingViewModel training;
  private final ReferenceLinesViewModel references;
  private final ReadOnlyStringWrapper finding = new ReadOnlyStringWrapper("");

  /** Looks at the training whenever its losses change. */
  public LossDoctor(TrainingViewModel training, ReferenceLinesViewModel references) {
    this.training = training;
    this.references = references;
    training.lossRevisionProperty().addListener((property, before, now) -> look());
  }

  /** What is wrong and what to do, empty if nothing is. */
  public ReadOnlyStringProperty findingProperty() {
    return finding.getReadOnlyProperty();
  }

  private void look() {
    TrainingPlan plan = training.plan();
    finding.set(plan == null ? "" : diagnosis(training.losses(), plan, references.baselines()));
  }

  static String diagnosis(LossHistory losses, TrainingPlan plan, @Nullable Baselines baselines) {
    if (losses.batches().batches() < ENOUGH_BATCHES) {
      return "";
    }
    double recent = losses.batches().recentMean(30);
    if (plan.loss() == Loss.BINARY_CROSS_ENTROPY && Math.abs(recent - LN2) < GREY_TOLERANCE) {
      return "The loss stays at 0.69 = ln 2: every pixel is answered with grey."
          + (plan.optimizer() instanceof Optimizer.Adadelta
              ? " Adadelta needs the learning rate 1.0 here; 0.001 never gets off the ground."
              : " Try a higher learning rate.");
    }
    double best =
        losses.epochs().stream().mapToDouble(EpochResult::trainLoss).min().orElse(Double.NaN);
    if (recent > 1.25 * best) {
      return String.format(
          Locale.ROOT,
          "The loss has risen from %.4f to %.4f: the training diverges. Try a lower learning rate.",
          best,
          recent);
    }
    if (baselines != null
        && losses.epochs().size() >= 2
        && Math.abs(recent - baselines.meanImage()) < 0.01 * baselines.meanImage()) {
      return "The loss stays at that of the mean image: the code carries nothing. Try another seed"
          + " or a lower learning rate.";
    }
    return "";
  }
}
