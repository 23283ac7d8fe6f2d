package org.aeworkbench.ui.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.aeworkbench.model.Layer;
import org.aeworkbench.model.LayerDescription;
import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.model.Shape;
import org.aeworkbench.model.TracedLayer;
import org.aeworkbench.ui.common.Described;
import org.aeworkbench.ui.common.Numbers;

/**
 * The network drawn from top to bottom: a bar for each layer, as wide as its output is large (on a
 * logarithmic scale, so that 784 and 1 both can be seen), with shape and parameter count.
 */
final class LayerDiagram extends GridPane {
  private static final double BAR_WIDTH = 56;
  private static final double MIN_BAR = 4;
  private static final int MOST_OF_FEW = 4;
  private static final int MOST_OF_SOME = 8;
  private static final PseudoClass FEW = PseudoClass.getPseudoClass("few");
  private static final PseudoClass SOME = PseudoClass.getPseudoClass("some");

  LayerDiagram() {
    getStyleClass().add("layer-diagram");
    ColumnConstraints bars = new ColumnConstraints(BAR_WIDTH);
    bars.setHalignment(HPos.CENTER);
    ColumnConstraints names = new ColumnConstraints();
    names.setHgrow(Priority.ALWAYS);
    ColumnConstraints shapes = numbers();
    ColumnConstraints parameters = numbers();
    getColumnConstraints().addAll(bars, names, shapes, parameters);
    setAccessibleRole(AccessibleRole.TEXT);
  }

  /** Draws another network. */
  void show(NetworkSpec spec) {
    getChildren().clear();
    List<Row> rows = rows(spec);
    pseudoClassStateChanged(FEW, rows.size() <= MOST_OF_FEW);
    pseudoClassStateChanged(SOME, rows.size() <= MOST_OF_SOME);
    double most = rows.stream().mapToDouble(row -> Math.log1p(row.shape().size())).max().orElse(1);
    StringBuilder spoken = new StringBuilder("Layers:");
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      addRow(i, row, Math.log1p(row.shape().size()) / most);
      spoken
          .append(' ')
          .append(row.description())
          .append(", ")
          .append(row.shape().text())
          .append(row.bottleneck() ? ", the code;" : ";");
    }
    setAccessibleText(spoken.toString());
  }

  /** A line of the drawing: the image, or a layer and what leaves it. */
  private record Row(
      String description, Shape shape, long parameters, boolean bottleneck, String style) {}

  private static List<Row> rows(NetworkSpec spec) {
    List<Row> rows = new ArrayList<>();
    Shape image =
        spec.layers().getFirst().layer() instanceof Layer.Dense
            ? new Shape.Flat(spec.image().size())
            : spec.image().maps();
    rows.add(new Row("Image", image, 0, false, "input"));
    for (TracedLayer layer : spec.layers()) {
      rows.add(
          new Row(
              LayerDescription.of(layer),
              layer.output(),
              layer.parameters(),
              spec.isBottleneck(layer),
              layer.layer().activation().isPresent() ? "weighted" : "shaping"));
    }
    return rows;
  }

  private void addRow(int row, Row layer, double share) {
    Region bar = new Region();
    bar.getStyleClass().addAll("layer-bar", layer.style());
    double width = Math.max(MIN_BAR, Math.round(share * BAR_WIDTH));
    bar.setMinWidth(width);
    bar.setMaxWidth(width);
    StackPane cell = new StackPane(bar);
    cell.setAlignment(Pos.CENTER);
    Label name = new Label(layer.description());
    name.setMinWidth(Region.USE_PREF_SIZE);
    Label shape = new Label(layer.shape().text());
    Label parameters =
        new Label(layer.parameters() == 0 ? "–" : Numbers.grouped(layer.parameters()));
    shape.setMinWidth(Region.USE_PREF_SIZE);
    parameters.setMinWidth(Region.USE_PREF_SIZE);
    parameters.getStyleClass().add("text-muted");
    if (layer.bottleneck()) {
      bar.getStyleClass().add("bottleneck");
      List.of(name, shape).forEach(label -> label.getStyleClass().add("bottleneck-text"));
      name.setText(name.getText() + " · code");
    }
    String help =
        String.format(
            Locale.ROOT,
            "%s%noutput %s = %s numbers%n%s weights and biases",
            name.getText(),
            layer.shape().text(),
            Numbers.grouped(layer.shape().size()),
            Numbers.grouped(layer.parameters()));
    List.of(name, shape, parameters, cell).forEach(node -> Described.explain(node, help));
    addRow(row, cell, name, shape, parameters);
  }

  private static ColumnConstraints numbers() {
    ColumnConstraints column = new ColumnConstraints();
    column.setHalignment(HPos.RIGHT);
    return column;
  }
}
