package org.aeworkbench.ui.experiment;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/** The panel on the left. */
public final class ExperimentView extends BorderPane {
  /** Builds the panel. */
  public ExperimentView(ExperimentViewModel viewModel) {
    getStyleClass().add("experiment");
    LayerDiagram diagram = new LayerDiagram();
    ArchitectureChoice architecture = new ArchitectureChoice(viewModel);
    EncodingDimChoice encodingDim = new EncodingDimChoice(viewModel);
    VBox content = new VBox(12, architecture, encodingDim, diagram, new PlanForm(viewModel));
    content.getStyleClass().add("experiment-content");
    for (Node network : new Node[] {architecture, encodingDim}) {
      network
          .disableProperty()
          .bind(
              Bindings.createBooleanBinding(
                  () -> viewModel.stateProperty().get().isBusy(), viewModel.stateProperty()));
    }
    viewModel.planProperty().map(plan -> plan.spec()).subscribe(diagram::show);
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("edge-to-edge");
    scroll.setFocusTraversable(false);
    setCenter(scroll);
    setBottom(new RunControls(viewModel));
  }

  /** A heading in small capitals, as every panel has. */
  static Label heading(String text) {
    Label heading = new Label(text);
    heading.getStyleClass().add("heading");
    return heading;
  }
}
