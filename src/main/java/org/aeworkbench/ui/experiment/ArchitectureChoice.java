package org.aeworkbench.ui.experiment;

import static org.aeworkbench.ui.common.Described.described;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.model.Preset;
import org.aeworkbench.model.Presets;
import org.aeworkbench.problem.UsageException;

/**
 * Shallow · Deep · Conv, of which none is chosen for a network that is none of them. One that does
 * not fit the data's images is greyed out, and it is said what to do.
 */
final class ArchitectureChoice extends VBox {
  private final Label unfit = new Label();

  ArchitectureChoice(ExperimentViewModel viewModel) {
    super(4);
    HBox buttons = new HBox();
    unfit.setId("architecture-unfit");
    unfit.getStyleClass().addAll("text-small", "hint");
    unfit.setWrapText(true);
    unfit.visibleProperty().bind(unfit.textProperty().isNotEmpty());
    unfit.managedProperty().bind(unfit.visibleProperty());
    ToggleGroup group = new ToggleGroup();
    for (Preset preset : Presets.LAB) {
      ToggleButton button =
          described(
              new ToggleButton(preset.title()),
              preset.title() + " architecture",
              preset.description());
      button.setId("architecture-" + preset.family());
      button.getStyleClass().add(pill(Presets.LAB.indexOf(preset)));
      button.setToggleGroup(group);
      button.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(button, Priority.ALWAYS);
      button.setOnAction(
          event -> {
            // A second click on the chosen one would leave none chosen.
            button.setSelected(true);
            viewModel.chooseFamily(preset);
          });
      viewModel
          .planProperty()
          .subscribe(plan -> button.setSelected(preset.isFamilyOf(plan.spec())));
      viewModel.imageProperty().subscribe(shape -> button.setDisable(!preset.fits(shape)));
      buttons.getChildren().add(button);
    }
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

  private static String pill(int position) {
    return position == 0
        ? Styles.LEFT_PILL
        : position == Presets.LAB.size() - 1 ? Styles.RIGHT_PILL : Styles.CENTER_PILL;
  }
}
