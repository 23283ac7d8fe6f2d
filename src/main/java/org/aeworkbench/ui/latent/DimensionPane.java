package org.aeworkbench.ui.latent;

import static org.aeworkbench.ui.common.Described.described;
import static org.aeworkbench.ui.common.Described.icon;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.aeworkbench.ui.common.Segmented;
import org.kordamp.ikonli.feather.Feather;

/** The sliders with what concerns all of them: order, undo, reset. */
final class DimensionPane extends VBox {
  private final LatentViewModel viewModel;
  private final Label summary = new Label();
  private final Label measuring = new Label("Measuring the codes of the test set …");

  DimensionPane(LatentViewModel viewModel) {
    super(8);
    this.viewModel = viewModel;
    getStyleClass().add("latent-dimensions");
    DimensionList list = new DimensionList(viewModel);
    VBox.setVgrow(list, Priority.ALWAYS);
    measuring.getStyleClass().add("text-muted");
    StackPane center = new StackPane(list, measuring);
    VBox.setVgrow(center, Priority.ALWAYS);
    summary.setId("latent-summary");
    summary.getStyleClass().addAll("text-muted", "text-small");
    summary.setMinWidth(0);
    getChildren().addAll(header(), center, summary);
    viewModel.dimensionsProperty().subscribe(this::summarise);
    hoverProperty().subscribe(hover -> holdOrder());
    list.focusWithinProperty().subscribe(focus -> holdOrder());
    focusWithinProperty().subscribe(focus -> holdOrder());
  }

  private void holdOrder() {
    viewModel.setOrderHeld(isHover() || isFocusWithin());
  }

  private HBox header() {
    Segmented<DimensionOrder> order =
        new Segmented<>(
            DimensionOrder.values(),
            "latent-sort-",
            DimensionOrder::title,
            DimensionOrder::description,
            viewModel.sortingProperty()::set);
    viewModel.sortingProperty().subscribe(order::select);
    CodeEditor editor = viewModel.editor();
    Button undo = button(Feather.CORNER_UP_LEFT, "undo", "Undo", "Takes the last change back.");
    undo.setOnAction(event -> editor.undo());
    undo.disableProperty().bind(editor.canUndoProperty().not());
    Button redo = button(Feather.CORNER_UP_RIGHT, "redo", "Redo", "Makes it again.");
    redo.setOnAction(event -> editor.redo());
    redo.disableProperty().bind(editor.canRedoProperty().not());
    Button reset =
        button(
            Feather.ROTATE_CCW,
            "reset-all",
            "Reset all",
            "Gives all dimensions the numbers back that they started with.");
    reset.setOnAction(event -> editor.resetAll());
    editor.chosenProperty().subscribe(code -> reset.setDisable(code.set().isEmpty()));
    Region spacer = new Region();
    HBox.setHgrow(spacer, Priority.ALWAYS);
    Label sort = new Label("Sort by");
    sort.setMinWidth(USE_PREF_SIZE);
    HBox header = new HBox(8, sort, order, spacer, undo, redo, reset);
    header.setAlignment(Pos.CENTER_LEFT);
    return header;
  }

  private static Button button(Feather feather, String id, String name, String help) {
    Button button = described(new Button(null, icon(feather)), name, help);
    button.setId("latent-" + id);
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  private void summarise(List<CodeDimension> dimensions) {
    measuring.setVisible(dimensions.isEmpty());
    long dead = dimensions.stream().filter(CodeDimension::dead).count();
    String text = dimensions.size() == 1 ? "1 dimension" : dimensions.size() + " dimensions";
    if (dead > 0) {
      text += ", " + dead + " dead: the same for every image";
    }
    summary.setText(dimensions.isEmpty() ? "" : text);
  }
}
