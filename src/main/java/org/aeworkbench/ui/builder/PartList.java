package org.aeworkbench.ui.builder;

import static org.aeworkbench.ui.common.Described.described;
import static org.aeworkbench.ui.common.Described.icon;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.aeworkbench.app.builder.Mend;
import org.aeworkbench.app.builder.PlanChoice;
import org.aeworkbench.model.DraftDiagnosis;
import org.aeworkbench.model.Layer;
import org.aeworkbench.model.Part;
import org.aeworkbench.model.Place;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The layers of encoder or decoder, one below the other, with a button to add one at the end. */
final class PartList extends VBox {
  private static final PseudoClass DROP = PseudoClass.getPseudoClass("drop");

  private final Part part;
  private final RowActions actions;
  private final VBox rows = new VBox(2);
  private final VBox missing = new VBox(4);
  private final Button add = new Button("Add layer", icon(Feather.PLUS));

  /**
   * @param extra stands beside the heading
   * @param onAdd is told where to offer layers, and beside what
   */
  PartList(Part part, String title, RowActions actions, Node extra, OnAdd onAdd) {
    super(4);
    this.part = part;
    this.actions = actions;
    Label heading = new Label(title);
    heading.getStyleClass().add("heading");
    Region spacer = new Region();
    HBox.setHgrow(spacer, Priority.ALWAYS);
    described(add, "Add a layer to the " + part.id(), "What can follow the last layer.");
    add.setId("add-" + part.id());
    add.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
    add.setMinWidth(USE_PREF_SIZE);
    add.setOnAction(event -> onAdd.at(new Place(part, rows.getChildren().size()), add));
    HBox head = new HBox(4, heading, spacer, extra, add);
    head.setAlignment(Pos.CENTER_LEFT);
    missing.getStyleClass().add("layer-fault");
    getChildren().addAll(head, rows, missing);
  }

  /** Offers layers for a place. */
  interface OnAdd {
    void at(Place place, Node beside);
  }

  /** Shows the layers; a row whose kind of layer stays is kept, with what is typed there. */
  void show(PlanChoice choice, DraftDiagnosis diagnosis, List<Mend> mends, Place selected) {
    List<Layer> layers = choice.network().layers(part);
    for (int i = 0; i < layers.size(); i++) {
      LayerRow row = rowFor(i, layers.get(i));
      row.show(layers.get(i), diagnosis, mends);
      row.setSelected(row.place().equals(selected));
    }
    rows.getChildren().remove(layers.size(), rows.getChildren().size());
    Optional<DraftDiagnosis.Fault> behind =
        diagnosis
            .fault()
            .filter(fault -> fault.place().part() == part && !choice.network().has(fault.place()));
    missing.getChildren().setAll(FaultLines.of(behind, mends, actions::mend));
    missing.setManaged(behind.isPresent());
    missing.setVisible(behind.isPresent());
  }

  private LayerRow rowFor(int index, Layer layer) {
    List<Node> shown = rows.getChildren();
    if (index < shown.size() && shown.get(index) instanceof LayerRow row && row.isFor(layer)) {
      return row;
    }
    LayerRow row = new LayerRow(new Place(part, index), layer, actions);
    if (index < shown.size()) {
      shown.set(index, row);
    } else {
      shown.add(row);
    }
    return row;
  }

  /** The rows in their order. */
  List<LayerRow> rows() {
    return rows.getChildren().stream().map(LayerRow.class::cast).toList();
  }

  /** The button at the end. */
  Button addButton() {
    return add;
  }

  /** Where a layer would come to stand that is let go at a height of the scene. */
  Place dropPlace(double sceneY) {
    int index = 0;
    for (LayerRow row : rows()) {
      var bounds = row.localToScene(row.getBoundsInLocal());
      if (sceneY > bounds.getCenterY()) {
        index++;
      }
    }
    return new Place(part, index);
  }

  /** Marks where a layer would come to stand; null for nowhere. */
  void markDrop(@Nullable Place place) {
    List<LayerRow> all = rows();
    for (LayerRow row : all) {
      row.pseudoClassStateChanged(DROP, row.place().equals(place));
    }
    rows.pseudoClassStateChanged(
        DROP, place != null && place.part() == part && place.index() == all.size());
  }
}
