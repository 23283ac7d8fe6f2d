package org.aeworkbench.ui.experiment;

import static org.aeworkbench.ui.common.Described.described;

import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.model.Preset;
import org.aeworkbench.model.Presets;
import org.aeworkbench.problem.UsageException;
import org.aeworkbench.ui.common.Pills;

/**
 * Shallow · Deep · Conv · Custom: the lab's networks, or one layer by layer. One that does not fit
 * the data's images is greyed out, and it is said what to do.
 */
final class ArchitectureChoice extends VBox {
  private final Pills buttons = new Pills();
  private final Label unfit = new Label();

  ArchitectureChoice(ExperimentViewModel viewModel) {
    super(4);
    unfit.setId("architecture-unfit");
    unfit.getStyleClass().addAll("text-small", "hint");
    unfit.setWrapText(true);
    unfit.visibleProperty().bind(unfit.textProperty().isNotEmpty());
    unfit.managedProperty().bind(unfit.visibleProperty());
    for (Preset preset : Presets.LAB) {
      ToggleButton button =
          described(
              new ToggleButton(preset.title()),
              preset.title() + " architecture",
              preset.description());
      button.setId("architecture-" + preset.family());
      add(button, () -> viewModel.chooseFamily(preset));
      viewModel
          .choiceProperty()
          .subscribe(
              choice ->
                  button.setSelected(
                      !choice.isCustom() && preset.isFamilyOf(choice.plan().spec())));
      viewModel.imageProperty().subscribe(shape -> button.setDisable(!preset.fits(shape)));
    }
    ToggleButton custom =
        described(
            new ToggleButton("Custom"),
            "Custom architecture",
            "Put the chosen network together layer by layer.");
    custom.setId("architecture-custom");
    add(custom, viewModel::build);
    viewModel.choiceProperty().subscribe(choice -> custom.setSelected(choice.isCustom()));
    getChildren().addAll(buttons, unfit);
    viewModel.imageProperty().subscribe(shape -> unfit.setText(reason(shape)));
  }

  /** Why some cannot be chosen; empty if all can. */
  private static String reason(ImageShape shape) {
    for (Preset preset : Presets.LAB) {
      try {
        preset.forImage(shape);
      } catch (UsageException e) {
        return String.valueOf(e.getMessage());
      }
    }
    return "";
  }

  private void add(ToggleButton button, Runnable onChosen) {
    button.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(button, Priority.ALWAYS);
    buttons.add(button, onChosen);
  }
}
