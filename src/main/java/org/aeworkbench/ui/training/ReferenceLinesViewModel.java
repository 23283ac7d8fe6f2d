package org.aeworkbench.ui.training;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.aeworkbench.analysis.BaselineCalculator;
import org.aeworkbench.analysis.Baselines;
import org.aeworkbench.app.work.LatestTask;
import org.aeworkbench.datasets.DataSplit;
import org.aeworkbench.datasets.Mnist;
import org.aeworkbench.model.Loss;
import org.aeworkbench.model.Preset;
import org.aeworkbench.model.Presets;
import org.aeworkbench.model.TrainingPlan;
import org.aeworkbench.ui.common.WorkbenchSession;
import org.aeworkbench.ui.training.ReferenceLine.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The losses to compare a run with: baselines that are computed from the data, and what others
 * published, of MNIST alone.
 */
public final class ReferenceLinesViewModel implements AutoCloseable {
  private final ReadOnlyObjectWrapper<List<ReferenceLine>> lines =
      new ReadOnlyObjectWrapper<>(List.of());
  private final LatestTask<Question, Answer> task;
  private @Nullable DataSplit data;
  private @Nullable BaselineCalculator calculator;
  private boolean mnist;
  private TrainingPlan plan;
  private @Nullable Baselines baselines;

  private record Question(DataSplit data, BaselineCalculator calculator, Loss loss, int codeSize) {}

  private record Answer(Question question, boolean mnist, Baselines baselines) {}

  /**
   * @param plan to compare with, at first
   * @param worker for the computation, which takes seconds
   * @param fx the FX thread
   * @param onFailure is told why there are no baselines
   */
  public ReferenceLinesViewModel(
      WorkbenchSession session,
      TrainingPlan plan,
      Executor worker,
      Executor fx,
      Consumer<Throwable> onFailure) {
    this.plan = plan;
    task =
        new LatestTask<>(
            question ->
                new Answer(
                    question,
                    Mnist.isTraining(question.data().training()),
                    question.calculator().of(question.loss(), question.codeSize())),
            worker,
            fx,
            this::take,
            onFailure);
    session.dataProperty().subscribe(this::setData);
    update();
  }

  /** The lines to draw. */
  public ReadOnlyObjectProperty<List<ReferenceLine>> linesProperty() {
    return lines.getReadOnlyProperty();
  }

  /** Sets the plan to compare with: that of the run, or without a run the one being chosen. */
  public void setPlan(TrainingPlan other) {
    boolean same = other.loss() == plan.loss() && codeSize(other) == codeSize(plan);
    plan = other;
    if (!same) {
      baselines = null;
      ask();
    }
    update();
  }

  /** The baselines of the plan, null until they are computed. */
  public @Nullable Baselines baselines() {
    return baselines;
  }

  @Override
  public void close() {
    task.close();
  }

  private void setData(@Nullable DataSplit loaded) {
    data = loaded;
    mnist = false;
    baselines = null;
    update();
    calculator = loaded == null ? null : new BaselineCalculator(loaded);
    ask();
  }

  private void ask() {
    if (data != null && calculator != null) {
      task.submit(new Question(data, calculator, plan.loss(), codeSize(plan)));
    }
  }

  private void take(Answer answer) {
    Question of = answer.question();
    if (of.calculator() == calculator
        && of.loss() == plan.loss()
        && of.codeSize() == codeSize(plan)) {
      mnist = answer.mnist();
      baselines = answer.baselines();
      update();
    }
  }

  private void update() {
    List<ReferenceLine> drawn = new ArrayList<>();
    Presets.matching(plan)
        .filter(preset -> mnist)
        .map(Preset::publishedLoss)
        .orElse(OptionalDouble.empty())
        .ifPresent(loss -> drawn.add(new ReferenceLine(Kind.PUBLISHED, "published", loss)));
    Baselines known = baselines;
    if (known != null) {
      drawn.add(new ReferenceLine(Kind.MEAN_IMAGE, "mean image", known.meanImage()));
      if (!Double.isNaN(known.pca())) {
        drawn.add(new ReferenceLine(Kind.PCA, "PCA", known.pca()));
      }
      if (known.entropyFloor() > 1e-6) {
        drawn.add(new ReferenceLine(Kind.ENTROPY_FLOOR, "entropy floor", known.entropyFloor()));
      }
    }
    lines.set(List.copyOf(drawn));
  }

  private static int codeSize(TrainingPlan plan) {
    return plan.spec().encodingDim();
  }
}
