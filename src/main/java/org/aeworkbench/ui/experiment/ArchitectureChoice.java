package org.aeworkbench.ui.experiment;

import static org.aeworkbench.ui.common.Described.described;

import atlantafx.base.theme.Styles;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.aeworkbench.model.Preset;
import org.aeworkbench.model.Presets;

/** Shallow · Deep · Conv, of which none is chosen for a network that is none of them. */
final class ArchitectureChoice extends HBox {
  ArchitectureChoice(ExperimentViewModel viewModel) {
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
      getChildren().add(button);
    }
  }

  private static String pill(int position) {
    return position == 0
        ? Styles.LEFT_PILL
        : position == Presets.LAB.size() - 1 ? Styles.RIGHT_PILL : Styles.CENTER_PILL;
  }
}
