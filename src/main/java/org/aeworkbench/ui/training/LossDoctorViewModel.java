package org.aeworkbench.ui.training;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.aeworkbench.analysis.LossDoctor;
import org.aeworkbench.app.job.LossHistory;
import org.aeworkbench.model.TrainingPlan;

/** What the loss doctor says of the training that is shown. Only for the FX thread. */
public final class LossDoctorViewModel {
  private static final int RECENT_POINTS = 30;

  private final TrainingViewModel training;
  private final ReferenceLinesViewModel references;
  private final ReadOnlyStringWrapper finding = new ReadOnlyStringWrapper("");

  /** Looks at the training whenever its losses change. */
  public LossDoctorViewModel(TrainingViewModel training, ReferenceLinesViewModel references) {
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
    LossHistory losses = training.losses();
    finding.set(
        plan == null
            ? ""
            : LossDoctor.ofLosses(
                    new LossDoctor.Course(
                        losses.batches().batches(),
                        losses.batches().recentMean(RECENT_POINTS),
                        losses.epochs()),
                    plan,
                    references.baselines())
                .orElse(""));
  }
}
