package org.aeworkbench.ui.experiment;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.aeworkbench.app.builder.PlanChoice;
import org.aeworkbench.ui.builder.BuilderView;
import org.aeworkbench.ui.builder.PresetSaver;
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
    VBox builder = builder(viewModel);
    VBox content =
        new VBox(12, data, architecture, encodingDim, diagram, builder, new PlanForm(viewModel));
    content.getStyleClass().add("experiment-content");
    for (Node network : new Node[] {architecture, encodingDim, builder}) {
      network
          .disableProperty()
          .bind(
              Bindings.createBooleanBinding(
                  () -> viewModel.stateProperty().get().isBusy(), viewModel.stateProperty()));
    }
    viewModel.planProperty().map(plan -> plan.spec()).subscribe(diagram::show);
    viewModel
        .choiceProperty()
        .map(PlanChoice::isCustom)
        .subscribe(
            custom -> {
              show(builder, custom);
              show(encodingDim, !custom);
              show(diagram, !custom);
            });
    VerticalScroll scroll = new VerticalScroll(content);
    scroll.getStyleClass().add("edge-to-edge");
    setCenter(scroll);
    setBottom(new VBox(refusal(viewModel), new RunControls(viewModel)));
  }

  private static VBox builder(ExperimentViewModel viewModel) {
    BuilderView view =
        new BuilderView(
            viewModel.builder(),
            typing -> {
              if (typing) {
                viewModel.beginAdjusting();
              } else {
                viewModel.endAdjusting();
              }
            });
    PresetSaver saver = new PresetSaver(viewModel.shelf(), viewModel::plan);
    saver
        .disableProperty()
        .bind(viewModel.choiceProperty().map(choice -> !choice.diagnosis().runs()));
    return new VBox(8, view, new BuilderSummary(viewModel), saver);
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  /** Why Train is grey, where it is because of what is chosen. */
  private static Label refusal(ExperimentViewModel viewModel) {
    Label label = new Label();
    label.setId("train-refusal");
    label.getStyleClass().addAll("text-small", "fault-text", "train-refusal");
    label.setWrapText(true);
    label.setMaxWidth(WIDTH);
    label.setMinHeight(USE_PREF_SIZE);
    label.textProperty().bind(viewModel.refusalProperty());
    label.visibleProperty().bind(viewModel.refusalProperty().isNotEmpty());
    label.managedProperty().bind(label.visibleProperty());
    return label;
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
