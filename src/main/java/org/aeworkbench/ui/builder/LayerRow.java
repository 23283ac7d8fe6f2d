package org.aeworkbench.ui.builder;

import static org.aeworkbench.ui.common.Described.described;
import static org.aeworkbench.ui.common.Described.icon;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.aeworkbench.app.builder.Mend;
import org.aeworkbench.model.DraftDiagnosis;
import org.aeworkbench.model.Layer;
import org.aeworkbench.model.LayerDescription;
import org.aeworkbench.model.Place;
import org.aeworkbench.model.TracedLayer;
import org.aeworkbench.ui.common.Numbers;
import org.kordamp.ikonli.feather.Feather;

/**
 * A layer of the builder: name, parameters, the shape that leaves it; while it is selected what can
 * be done to it, and where it does not fit why, with what would help.
 */
final class LayerRow extends VBox {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final RowActions actions;
  private final Place place;
  private final Class<? extends Layer> kind;
  private final ParameterFields fields;
  private final Label shape = new Label();
  private final Label cost = new Label();
  private final HBox tools = new HBox(2);
  private final VBox fault = new VBox(4);

  /**
   * @param layer whose kind never changes here; its parameters may
   */
  LayerRow(Place place, Layer layer, RowActions actions) {
    this.place = place;
    this.actions = actions;
    kind = layer.getClass();
    getStyleClass().add("layer-row");
    setId("layer-" + place.part().id() + "-" + place.index());
    setAccessibleRole(AccessibleRole.LIST_ITEM);
    fields = new ParameterFields(layer, now -> actions.replace(place, now), actions::typing);
    Label name = new Label(name(layer));
    name.getStyleClass().add("layer-name");
    name.setMinWidth(Region.USE_PREF_SIZE);
    shape.getStyleClass().add("layer-shape");
    shape.setMinWidth(Region.USE_PREF_SIZE);
    HBox line = new HBox(6, name, fields, spacer(), shape);
    line.setAlignment(Pos.CENTER_LEFT);
    fillTools();
    fault.getStyleClass().add("layer-fault");
    getChildren().addAll(line, tools, fault);
    setSelected(false);
  }

  /** Where it stands. */
  Place place() {
    return place;
  }

  /** True if it can show a layer. */
  boolean isFor(Layer layer) {
    return kind == layer.getClass();
  }

  /** Shows parameters, shape and fault. */
  void show(Layer layer, DraftDiagnosis diagnosis, List<Mend> mends) {
    fields.show(layer);
    Optional<TracedLayer> traced = diagnosis.at(place);
    String output = traced.map(at -> at.output().text()).orElse("–");
    shape.setText(output);
    cost.setText(traced.map(LayerRow::cost).orElse(""));
    Optional<DraftDiagnosis.Fault> wrong =
        diagnosis.fault().filter(found -> found.place().equals(place));
    pseudoClassStateChanged(WRONG, wrong.isPresent());
    fault.getChildren().setAll(FaultLines.of(wrong, mends, actions::mend));
    fault.setManaged(wrong.isPresent());
    fault.setVisible(wrong.isPresent());
    setAccessibleText(
        LayerDescription.of(layer)
            + ", "
            + output
            + wrong.map(found -> ". Does not fit: " + found.problem()).orElse(""));
  }

  /** Shows what can be done to it; the keyboard reaches the fields of the selected row alone. */
  void setSelected(boolean selected) {
    pseudoClassStateChanged(SELECTED, selected);
    setFocusTraversable(selected);
    tools.setVisible(selected);
    tools.setManaged(selected);
    for (Control control : fields.controls()) {
      control.setFocusTraversable(selected);
    }
  }

  private void fillTools() {
    tools.setAlignment(Pos.CENTER_LEFT);
    cost.getStyleClass().addAll("text-muted", "text-small");
    tools
        .getChildren()
        .addAll(
            cost,
            spacer(),
            tool(Feather.PLUS, "add", "Add a layer behind this one (Enter)", actions::addBehind),
            tool(Feather.COPY, "duplicate", "Duplicate (Ctrl+D)", actions::duplicate),
            tool(Feather.ARROW_UP, "up", "Move up (Alt+Up)", () -> actions.moveBy(-1)),
            tool(Feather.ARROW_DOWN, "down", "Move down (Alt+Down)", () -> actions.moveBy(1)),
            tool(Feather.TRASH_2, "remove", "Remove (Delete)", actions::remove));
  }

  private static Button tool(Feather feather, String id, String help, Runnable action) {
    Button button = described(new Button("", icon(feather)), help, help + ".");
    button.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON, "layer-tool");
    button.setId("layer-" + id);
    button.setOnAction(event -> action.run());
    return button;
  }

  private static String cost(TracedLayer layer) {
    return layer.parameters() == 0
        ? "no weights"
        : Numbers.grouped(layer.parameters()) + " weights";
  }

  private static String name(Layer layer) {
    return switch (layer) {
      case Layer.Dense _ -> "Dense";
      case Layer.Convolution _ -> "Conv";
      case Layer.TransposedConvolution _ -> "Tconv";
      case Layer.MaxPooling _ -> "Pool";
      case Layer.Upsampling _ -> "Up";
      case Layer.Reshape _ -> "Reshape";
      case Layer.Crop _ -> "Crop";
      case Layer.Dropout _ -> "Dropout";
    };
  }

  private static Region spacer() {
    Region spacer = new Region();
    HBox.setHgrow(spacer, Priority.ALWAYS);
    return spacer;
  }
}
