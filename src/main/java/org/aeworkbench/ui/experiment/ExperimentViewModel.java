package org.aeworkbench.ui.experiment;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.aeworkbench.app.job.NextStep;
import org.aeworkbench.app.job.TrainingState;
import org.aeworkbench.app.session.UndoHistory;
import org.aeworkbench.model.CodeSizes;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.model.Optimizer;
import org.aeworkbench.model.Preset;
import org.aeworkbench.model.Presets;
import org.aeworkbench.model.TrainingPlan;
import org.aeworkbench.modelfile.TrainedModel;
import org.aeworkbench.ui.training.TrainingViewModel;
import org.jspecify.annotations.Nullable;

/**
 * The plan as it is being chosen, always a valid one, with undo; and what Train, Pause, Stop and
 * Reset do. Only for the FX thread.
 */
public final class ExperimentViewModel {
  /** What the button for more epochs adds. */
  public static final int MORE_EPOCHS = 10;

  private final TrainingViewModel training;
  private final UndoHistory<TrainingPlan> history = new UndoHistory<>();
  private final ReadOnlyObjectWrapper<TrainingPlan> plan;
  private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyBooleanWrapper hasModel = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyStringWrapper encodingDimHint = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<NextStep> nextStep =
      new ReadOnlyObjectWrapper<>(NextStep.START);
  // The code size that was last chosen for each family of networks, so that trying conv loses
  // nothing.
  private final Map<String, Integer> encodingDims = new HashMap<>();
  // The plan before a drag, as long as the drag has changed nothing yet.
  private @Nullable TrainingPlan beforeAdjusting;
  private boolean adjusting;
  private final ReadOnlyObjectWrapper<ImageShape> image =
      new ReadOnlyObjectWrapper<>(ImageShape.MNIST);

  /**
   * @param initial the plan of the last session, or a preset's
   */
  public ExperimentViewModel(TrainingViewModel training, TrainingPlan initial) {
    this.training = training;
    plan = new ReadOnlyObjectWrapper<>(initial);
    training
        .modelProperty()
        .addListener(
            (property, before, model) -> {
              if (model == null) {
                // What is trained anew, after a model of other images, is for those of the data.
                set(plan().forImage(image.get()));
              } else {
                show(model);
              }
              hasModel.set(model != null);
              updateNextStep();
            });
    updateNextStep();
  }

  /** The plan as it is chosen. */
  public ReadOnlyObjectProperty<TrainingPlan> planProperty() {
    return plan.getReadOnlyProperty();
  }

  /** The shape of the data's images: what networks are chosen for. */
  public ReadOnlyObjectProperty<ImageShape> imageProperty() {
    return image.getReadOnlyProperty();
  }

  /** Other data: the plan's network follows the shape of its images. */
  public void setImage(ImageShape shape) {
    image.set(shape);
    if (!training.stateProperty().get().isBusy()) {
      set(plan().forImage(shape));
    }
  }

  /** The plan as it is chosen. */
  public TrainingPlan plan() {
    return plan.get();
  }

  /** What Train would do. */
  public ReadOnlyObjectProperty<NextStep> nextStepProperty() {
    return nextStep.getReadOnlyProperty();
  }

  /** What the training thread does. */
  public ReadOnlyObjectProperty<TrainingState> stateProperty() {
    return training.stateProperty();
  }

  /** False until the data is loaded. */
  public ReadOnlyBooleanProperty readyProperty() {
    return training.readyProperty();
  }

  /** True while there is a model that a reset would forget. */
  public ReadOnlyBooleanProperty hasModelProperty() {
    return hasModel.getReadOnlyProperty();
  }

  /** Why the code size is not the number that was asked for; empty if it is. */
  public ReadOnlyStringProperty encodingDimHintProperty() {
    return encodingDimHint.getReadOnlyProperty();
  }

  /** True while there is a choice to take back. */
  public ReadOnlyBooleanProperty canUndoProperty() {
    return canUndo.getReadOnlyProperty();
  }

  /** True while there is a choice to bring back. */
  public ReadOnlyBooleanProperty canRedoProperty() {
    return canRedo.getReadOnlyProperty();
  }

  /**
   * Chooses the networks of a preset, with the code size that was last chosen for them. Whoever
   * follows a preset stays with presets; any other plan only gets the network. Without effect if
   * the networks do not fit the data's images.
   */
  public void chooseFamily(Preset family) {
    TrainingPlan now = plan();
    if (!family.isFamilyOf(now.spec()) && family.fits(image.get())) {
      Preset preset = family.forImage(image.get());
      encodingDims.put(Presets.name(now.spec()), now.spec().encodingDim());
      int lab = preset.spec().encodingDim();
      int dim = encodingDims.getOrDefault(preset.family(), lab);
      encodingDimHint.set("");
      change(
          chosen ->
              followsPreset(chosen) && dim == lab
                  ? preset.plan().withSeed(chosen.seed()).withBackend(chosen.backend())
                  : chosen.withSpec(preset.spec().withEncodingDim(dim)));
    }
  }

  /** Chooses the possible code size nearest to a number, and says so where it differs. */
  public void chooseEncodingDim(int wanted) {
    CodeSizes sizes = Presets.codeSizes(plan().spec());
    int dim = sizes.snap(wanted);
    encodingDimHint.set(dim == wanted ? "" : wanted + " → " + dim + ": " + reason(sizes));
    change(chosen -> chosen.withSpec(chosen.spec().withEncodingDim(dim)));
  }

  /**
   * Takes a preset's plan.
   *
   * @throws org.aeworkbench.problem.UsageException if its network does not fit the data's images
   */
  public void choosePreset(Preset preset) {
    encodingDimHint.set("");
    Preset fitting = preset.forImage(image.get());
    change(chosen -> fitting.plan().withBackend(chosen.backend()));
  }

  /** Takes an optimizer with its default numbers. */
  public void chooseOptimizer(String id) {
    if (!plan().optimizer().id().equals(id)) {
      change(chosen -> chosen.withOptimizer(Optimizer.of(id)));
    }
  }

  /** Changes the learning rate, of a paused training as well. */
  public void chooseLearningRate(double rate) {
    change(chosen -> chosen.withOptimizer(chosen.optimizer().withLearningRate(rate)));
    if (stateProperty().get() == TrainingState.PAUSED) {
      training.setLearningRate(rate);
    }
  }

  /** Changes any part of the plan. */
  public void change(UnaryOperator<TrainingPlan> choice) {
    TrainingPlan before = plan();
    TrainingPlan after = choice.apply(before);
    if (!after.equals(before)) {
      if (!adjusting) {
        history.remember(before);
      } else if (beforeAdjusting != null) {
        history.remember(beforeAdjusting);
        beforeAdjusting = null;
      }
      set(after);
    }
  }

  /** A slider is dragged or a number typed from now on: all of it is one choice to undo. */
  public void beginAdjusting() {
    adjusting = true;
    beforeAdjusting = plan();
  }

  /** The slider was let go, the field was left. */
  public void endAdjusting() {
    adjusting = false;
    beforeAdjusting = null;
  }

  /** Takes the last choice back. */
  public void undo() {
    if (history.canUndo() && !stateProperty().get().isBusy()) {
      encodingDimHint.set("");
      set(history.undo(plan()).forImage(image.get()));
    }
  }

  /** Brings the choice back that was taken back last. */
  public void redo() {
    if (history.canRedo() && !stateProperty().get().isBusy()) {
      encodingDimHint.set("");
      set(history.redo(plan()).forImage(image.get()));
    }
  }

  /** Trains by the plan. */
  public void train() {
    if (nextStep.get() != NextStep.CONTINUE) {
      set(plan().forImage(image.get()));
    }
    training.train(plan());
    updateNextStep();
  }

  /** Adds some epochs to a finished run and goes on. */
  public void trainMore() {
    TrainedModel model = training.modelProperty().get();
    if (model != null) {
      int done = model.history().epochs().size();
      change(chosen -> chosen.withEpochs(Math.min(TrainingPlan.MAX_EPOCHS, done + MORE_EPOCHS)));
      train();
    }
  }

  /** Pauses, or resumes. */
  public void togglePause() {
    training.togglePause();
  }

  /** Stops and keeps what was learned. */
  public void stop() {
    training.stop();
  }

  /** Forgets the model. */
  public void reset() {
    training.reset();
    updateNextStep();
  }

  /** True if a plan is a preset's, seed and backend left aside. */
  static boolean followsPreset(TrainingPlan plan) {
    return followed(plan).isPresent();
  }

  /** The preset that a plan is, seed and backend left aside. */
  static Optional<Preset> followed(TrainingPlan plan) {
    return Presets.matching(plan).filter(preset -> preset.isFollowedBy(plan));
  }

  private void show(TrainedModel model) {
    if (!plan().equals(model.plan())) {
      change(chosen -> model.plan());
    }
  }

  private void set(TrainingPlan chosen) {
    plan.set(chosen);
    canUndo.set(history.canUndo());
    canRedo.set(history.canRedo());
    updateNextStep();
  }

  private void updateNextStep() {
    nextStep.set(training.nextStep(plan()));
  }

  private static String reason(CodeSizes sizes) {
    return sizes.reason().isEmpty()
        ? "1 to " + sizes.largest() + " are possible."
        : sizes.reason().replaceFirst("its", "the") + ".";
  }
}
