package org.aeworkbench.ui.experiment;

import static org.aeworkbench.ui.common.Described.described;

import atlantafx.base.theme.Styles;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.aeworkbench.network.Architecture;

/** Shallow · Deep · Conv, one of which is always chosen. */
final class ArchitectureChoice extends HBox {
  private final Map<Architecture, ToggleButton> buttons = new EnumMap<>(Architecture.class);

  ArchitectureChoice(ExperimentViewModel viewModel) {
    ToggleGroup group = new ToggleGroup();
    add(Architecture.SHALLOW, "Shallow", "One hidden layer: 784 → code → 784.");
    add(Architecture.DEEP, "Deep", "784 → 128 → 64 → code → 64 → 128 → 784.");
    add(
        Architecture.CONV,
        "Conv",
        "Three convolutions with pooling down to a code of 4×4×c, three with upsampling back.");
    List<String> pills = List.of(Styles.LEFT_PILL, Styles.CENTER_PILL, Styles.RIGHT_PILL);
    for (Architecture architecture : Architecture.values()) {
      ToggleButton button = button(architecture);
      button.setId("architecture-" + architecture.id());
      button.getStyleClass().add(pills.get(architecture.ordinal()));
      button.setToggleGroup(group);
      button.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(button, Priority.ALWAYS);
      button.setOnAction(
          event -> {
            // A second click on the chosen one would leave none chosen.
            button.setSelected(true);
            viewModel.chooseArchitecture(architecture);
          });
      getChildren().add(button);
    }
    viewModel
        .planProperty()
        .subscribe(plan -> button(plan.spec().architecture()).setSelected(true));
  }

  private void add(Architecture architecture, String name, String help) {
    buttons.put(architecture, described(new ToggleButton(name), name + " architecture", help));
  }

  private ToggleButton button(Architecture architecture) {
    ToggleButton button = buttons.get(architecture);
    if (button == null) {
      throw new IllegalArgumentException("no button for " + architecture);
    }
    return button;
  }
}
