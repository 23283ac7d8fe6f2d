package org.aeworkbench.ui.builder;

import static org.aeworkbench.ui.common.Described.described;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import org.aeworkbench.app.builder.Mend;
import org.aeworkbench.model.DraftDiagnosis;

/** Why a layer does not fit, and a button for each thing that would help. */
final class FaultLines {
  private FaultLines() {}

  static List<Node> of(
      Optional<DraftDiagnosis.Fault> fault, List<Mend> mends, Consumer<Mend> onMend) {
    if (fault.isEmpty()) {
      return List.of();
    }
    Label problem = new Label(fault.get().problem());
    problem.getStyleClass().addAll("text-small", "fault-text");
    problem.setWrapText(true);
    problem.setMinHeight(Region.USE_PREF_SIZE);
    FlowPane buttons = new FlowPane(4, 4);
    for (Mend mend : mends) {
      Button button =
          described(
              new Button(mend.title()),
              mend.title(),
              "Mend it. Afterwards: " + mend.draft().text());
      button.getStyleClass().addAll(Styles.SMALL, "mend");
      button.setId("mend-" + mends.indexOf(mend));
      button.setOnAction(event -> onMend.accept(mend));
      buttons.getChildren().add(button);
    }
    return List.of(problem, buttons);
  }
}
