package org.aeworkbench.ui.experiment;

import static org.aeworkbench.ui.common.Described.described;
import static org.aeworkbench.ui.common.Described.icon;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.aeworkbench.app.job.NextStep;
import org.aeworkbench.app.job.TrainingState;
import org.aeworkbench.model.TrainingPlan;
import org.kordamp.ikonli.feather.Feather;

/** Train, more epochs, Pause, Stop and Reset. */
final class RunControls extends HBox {
  private final ExperimentViewModel viewModel;
  private final Button train = new Button("Train", icon(Feather.PLAY));
  private final Button more = new Button("+" + ExperimentViewModel.MORE_EPOCHS);
  private final Button pause = new Button("", icon(Feather.PAUSE));
  private final Button stop = new Button("", icon(Feather.SQUARE));
  private final Button reset = new Button("", icon(Feather.ROTATE_CCW));

  RunControls(ExperimentViewModel viewModel) {
    super(8);
    this.viewModel = viewModel;
    getStyleClass().add("run-controls");
    described(train, "Train", "Train by this plan (Ctrl+Enter).").setId("train");
    described(
            more,
            "Train more epochs",
            "Train the finished model for " + ExperimentViewModel.MORE_EPOCHS + " more epochs.")
        .setId("train-more");
    described(pause, "Pause", "Pause after the current batch, or go on (Space).").setId("pause");
    described(stop, "Stop", "Stop and keep what was learned (Ctrl+period).").setId("stop");
    described(reset, "Reset", "Forget the model and its losses, keep the plan.").setId("reset");
    train.getStyleClass().add(Styles.ACCENT);
    train.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(train, Priority.ALWAYS);
    for (Button button : new Button[] {pause, stop, reset}) {
      button.getStyleClass().add(Styles.BUTTON_ICON);
    }
    train.setOnAction(
        event -> {
          viewModel.train();
          // Train goes grey; without this the focus would go on to Stop, where Space would stop.
          pause.setDisable(false);
          pause.requestFocus();
        });
    more.setOnAction(event -> viewModel.trainMore());
    pause.setOnAction(event -> viewModel.togglePause());
    stop.setOnAction(event -> viewModel.stop());
    reset.setOnAction(event -> viewModel.reset());
    getChildren().addAll(train, more, pause, stop, reset);
    viewModel.stateProperty().subscribe(this::update);
    viewModel.planProperty().subscribe(this::update);
    viewModel.nextStepProperty().subscribe(this::update);
    viewModel.readyProperty().subscribe(this::update);
    viewModel.hasModelProperty().subscribe(this::update);
    viewModel.refusalProperty().subscribe(this::update);
    update();
  }

  private void update() {
    TrainingState state = viewModel.stateProperty().get();
    NextStep next = viewModel.nextStepProperty().get();
    boolean pausable = state == TrainingState.RUNNING || state == TrainingState.PAUSED;
    boolean refused = !viewModel.refusalProperty().get().isEmpty();
    train.setDisable(state.isBusy() || !viewModel.readyProperty().get() || refused);
    train.setText(
        switch (next) {
          case START -> "Train";
          case CONTINUE -> "Continue";
          case DONE -> "Train again";
        });
    boolean canAdd =
        next == NextStep.DONE
            && !state.isBusy()
            && !refused
            && viewModel.plan().epochs() < TrainingPlan.MAX_EPOCHS;
    more.setVisible(canAdd);
    more.setManaged(canAdd);
    pause.setDisable(!pausable);
    pause.setGraphic(icon(state == TrainingState.PAUSED ? Feather.PLAY : Feather.PAUSE));
    pause.setAccessibleText(state == TrainingState.PAUSED ? "Resume" : "Pause");
    stop.setDisable(!state.isBusy() || state == TrainingState.STOPPING);
    reset.setDisable(state.isBusy() || !viewModel.hasModelProperty().get());
  }
}
