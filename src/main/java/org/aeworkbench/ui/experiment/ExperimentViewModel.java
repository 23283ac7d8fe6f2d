package org.aeworkbench.ui.experiment;

import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import org.aeworkbench.app.builder.PlanChoice;
import org.aeworkbench.app.job.NextStep;
import org.aeworkbench.app.job.TrainingState;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.model.Optimizer;
import org.aeworkbench.model.Preset;
import org.aeworkbench.model.TrainingPlan;
import org.aeworkbench.modelfile.TrainedModel;
import org.aeworkbench.ui.builder.BuilderViewModel;
import org.aeworkbench.ui.builder.PresetShelf;
import org.aeworkbench.ui.training.TrainingViewModel;

/**
 * The plan as it is being chosen, always a valid one, with undo; and what Train, Pause, Stop and
 * Reset do. Only for the FX thread.
 */
public final class ExperimentViewModel {
  /** What the button for more epochs adds. */
  public static final int MORE_EPOCHS = 10;

  private final TrainingViewModel training;
  private final PresetShelf shelf;
  private final PlanChoices choices;
  private final NetworkChoice network;
  private final EpochTime time;
  private final Refusal refusal;
  private final BuilderViewModel builder;
  private final ReadOnlyObjectWrapper<TrainingPlan> plan;
  private final ReadOnlyBooleanWrapper hasModel = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyObjectWrapper<NextStep> nextStep =
      new ReadOnlyObjectWrapper<>(NextStep.START);
  private final ReadOnlyObjectWrapper<ImageShape> image =
      new ReadOnlyObjectWrapper<>(ImageShape.MNIST);

  /**
   * @param shelf the user's own presets
   * @param initial what was chosen in the last session, or a preset
   */
  public ExperimentViewModel(TrainingViewModel training, PresetShelf shelf, PlanChoice initial) {
    this.training = training;
    this.shelf = shelf;
    choices = new PlanChoices(initial);
    network = new NetworkChoice(choices);
    time = new EpochTime(training);
    refusal = new Refusal(choices.property(), training.engineProperty());
    plan = new ReadOnlyObjectWrapper<>(initial.plan());
    builder = new BuilderViewModel(choices.property(), choices::edit);
    choices.property().subscribe(this::take);
    training
        .modelProperty()
        .addListener(
            (property, before, model) -> {
              if (model == null) {
                // What is trained anew, after a model of other images, is for those of the data.
                followImage();
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
      followImage();
    }
  }

  private void followImage() {
    choices.replace(choices.get().forImage(image.get()));
  }

  /** The plan as it is chosen. */
  public TrainingPlan plan() {
    return plan.get();
  }

  /** What is chosen, with the network as it is being put together. */
  public ReadOnlyObjectProperty<PlanChoice> choiceProperty() {
    return choices.property();
  }

  /** Why Train cannot do anything with what is chosen; empty if it can. */
  public ReadOnlyStringProperty refusalProperty() {
    return refusal.textProperty();
  }

  /** How long an epoch takes. */
  public EpochTime time() {
    return time;
  }

  /** The network, layer by layer. */
  BuilderViewModel builder() {
    return builder;
  }

  /** The user's own presets. */
  PresetShelf shelf() {
    return shelf;
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
  public BooleanExpression readyProperty() {
    return training.readyProperty();
  }

  /** True while there is a model that a reset would forget. */
  public ReadOnlyBooleanProperty hasModelProperty() {
    return hasModel.getReadOnlyProperty();
  }

  /** Why the code size is not the number that was asked for; empty if it is. */
  public ReadOnlyStringProperty encodingDimHintProperty() {
    return network.hintProperty();
  }

  /** True while there is a choice to take back. */
  public ReadOnlyBooleanProperty canUndoProperty() {
    return choices.canUndoProperty();
  }

  /** True while there is a choice to bring back. */
  public ReadOnlyBooleanProperty canRedoProperty() {
    return choices.canRedoProperty();
  }

  /**
   * Chooses the networks of a preset, with the code size that was last chosen for them. Whoever
   * follows a preset stays with presets; any other plan only gets the network. Without effect if
   * the networks do not fit the data's images.
   */
  public void chooseFamily(Preset family) {
    network.chooseFamily(family, image.get());
  }

  /** Chooses the possible code size nearest to a number, and says so where it differs. */
  public void chooseEncodingDim(int wanted) {
    network.chooseEncodingDim(wanted);
  }

  /**
   * Takes a preset's plan.
   *
   * @throws org.aeworkbench.problem.UsageException if its network does not fit the data's images
   */
  public void choosePreset(Preset preset) {
    network.clearHint();
    Preset fitting = preset.forImage(image.get());
    choices.change(PlanChoice.of(fitting.plan().withBackend(plan().backend())));
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

  /** Goes on with the chosen network layer by layer. */
  public void build() {
    PlanChoice now = choices.get();
    choices.change(new PlanChoice(now.plan(), now.network()));
  }

  /** Changes any part of the plan. */
  public void change(UnaryOperator<TrainingPlan> choice) {
    choices.change(choices.get().withPlan(choice.apply(plan())));
  }

  /** A slider is dragged or a number typed from now on: all of it is one choice to undo. */
  public void beginAdjusting() {
    choices.beginAdjusting();
  }

  /** The slider was let go, the field was left. */
  public void endAdjusting() {
    choices.endAdjusting();
  }

  /** Takes the last choice back. */
  public void undo() {
    if (!stateProperty().get().isBusy()) {
      network.clearHint();
      choices.undo();
      followImage();
    }
  }

  /** Brings the choice back that was taken back last. */
  public void redo() {
    if (!stateProperty().get().isBusy()) {
      network.clearHint();
      choices.redo();
      followImage();
    }
  }

  /** Trains by the plan, unless that cannot be. */
  public void train() {
    if (nextStep.get() != NextStep.CONTINUE) {
      followImage();
    }
    if (refusalProperty().get().isEmpty()) {
      training.train(plan());
      updateNextStep();
    }
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

  /** The preset that is chosen, seed and backend left aside; none for a network that cannot run. */
  public Optional<Preset> followed() {
    return choices.get().diagnosis().runs() ? shelf.followed(plan()) : Optional.empty();
  }

  private void show(TrainedModel model) {
    choices.change(choices.get().ofModel(model.plan()));
  }

  private void take(PlanChoice chosen) {
    plan.set(chosen.plan());
    updateNextStep();
  }

  private void updateNextStep() {
    nextStep.set(training.nextStep(plan()));
  }
}
