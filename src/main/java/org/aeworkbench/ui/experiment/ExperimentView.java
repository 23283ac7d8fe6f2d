package org.aeworkbench.ui.experiment;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.aeworkbench.ui.common.VerticalScroll;

/** The panel on the left. */
public final class ExperimentView extends BorderPane {
  private static final double WIDTH = 344;

  /**
   * Builds the panel.
   *
   * @param data the choice of what is learned
   */
  public ExperimentView(ExperimentViewModel viewModel, Node data) {
    getStyleClass().add("experiment");
    LayerDiagram diagram = new LayerDiagram();
    ArchitectureChoice architecture = new ArchitectureChoice(viewModel);
    EncodingDimChoice encodingDim = new EncodingDimChoice(viewModel);
    VBox content = new VBox(12, data, architecture, encodingDim, diagram, new PlanForm(viewModel));
    content.getStyleClass().add("experiment-content");
    for (Node network : new Node[] {architecture, encodingDim}) {
      network
          .disableProperty()
          .bind(
              Bindings.createBooleanBinding(
                  () -> viewModel.stateProperty().get().isBusy(), viewModel.stateProperty()));
    }
    viewModel.planProperty().map(plan -> plan.spec()).subscribe(diagram::show);
    VerticalScroll scroll = new VerticalScroll(content);
    scroll.getStyleClass().add("edge-to-edge");
    setCenter(scroll);
    setBottom(new RunControls(viewModel));
  }

  /** As wide as its controls need in this font, and no wider for a long hint, which wraps. */
  @Override
  protected double computePrefWidth(double height) {
    return minWidth(height);
  }

  @Override
  protected double computeMinWidth(double height) {
    return Math.max(WIDTH, super.computeMinWidth(height));
  }

  /** A heading in small capitals, as every panel has. */
  static Label heading(String text) {
    Label heading = new Label(text);
    heading.getStyleClass().add("heading");
    return heading;
  }
}
