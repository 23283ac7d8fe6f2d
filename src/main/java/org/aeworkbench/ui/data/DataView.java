package org.aeworkbench.ui.data;

import static org.aeworkbench.ui.common.Described.described;
import static org.aeworkbench.ui.common.Described.icon;

import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.StringConverter;
import org.aeworkbench.analysis.DataSummary;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.datasets.store.Part;
import org.aeworkbench.ui.common.DropPlace;
import org.aeworkbench.ui.common.EmptyState;
import org.aeworkbench.ui.common.Numbers;
import org.aeworkbench.ui.common.Segmented;
import org.kordamp.ikonli.feather.Feather;

/** The Data tab: all images to look through, and what is about to be imported. */
public final class DataView extends StackPane {
  private final DataViewModel viewModel;
  private final DataDesk desk;
  private final DataFacts facts = new DataFacts();
  private final ThumbnailGrid grid;
  private final Segmented<Part> part;
  private final ComboBox<Integer> label =
      described(
          new ComboBox<>(), "Class", "Shows the images of one class. Labels are never learned.");
  private final Label count = new Label();

  /** Builds the tab. */
  public DataView(DataViewModel viewModel, DataDesk desk) {
    this.viewModel = viewModel;
    this.desk = desk;
    getStyleClass().add("data-view");
    grid = new ThumbnailGrid(this::describe, viewModel.selectedProperty()::set);
    part =
        new Segmented<>(
            Part.values(),
            "data-part-",
            value -> value == Part.TRAINING ? "Training" : "Test",
            value ->
                value == Part.TRAINING
                    ? "The images that the network learns."
                    : "The images that the network is judged by and never learns.",
            viewModel.partProperty()::set);
    viewModel.partProperty().subscribe(part::select);
    label.setId("data-class");
    label.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Integer value) {
            return value == null ? "" : className(value);
          }

          @Override
          public Integer fromString(String text) {
            throw new UnsupportedOperationException("the box is not editable");
          }
        });
    BorderPane browse = new BorderPane(grid);
    browse.setTop(toolBar());
    browse.setRight(facts);
    DropPlace.DATA.mark(this);
    Node importing = new ImportPane(desk.importing());
    Node empty =
        new EmptyState(
            Feather.DATABASE, "No data yet", "MNIST is being loaded; it is here in a moment.");
    importing.visibleProperty().bind(desk.importing().pathProperty().map(p -> true).orElse(false));
    empty
        .visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> desk.usedProperty().get() == null && !importing.isVisible(),
                desk.usedProperty(),
                importing.visibleProperty()));
    browse
        .visibleProperty()
        .bind(importing.visibleProperty().not().and(empty.visibleProperty().not()));
    getChildren().addAll(browse, importing, empty);
    viewModel.shownProperty().subscribe(this::showImages);
    viewModel.summaryProperty().subscribe(this::showSummary);
    viewModel.selectedProperty().subscribe(index -> showChosen());
    desk.usedProperty()
        .subscribe(used -> facts.showOrigin(used == null ? "" : DataDesk.origin(used)));
  }

  private Node toolBar() {
    Region spacer = new Region();
    HBox.setHgrow(spacer, Priority.ALWAYS);
    count.getStyleClass().add("text-muted");
    count.setId("data-count");
    label.setOnAction(
        event -> {
          if (label.getValue() != null) {
            viewModel.labelProperty().set(label.getValue());
          }
        });
    Button folder =
        described(
            new Button("Folder …", icon(Feather.FOLDER)),
            "Open a folder",
            "Looks at a folder of images: its sub-folders are classes. Nothing is imported yet.");
    folder.setId("data-tab-folder");
    folder.setOnAction(event -> desk.openFolder());
    Button file =
        described(
            new Button("File …", icon(Feather.FILE)),
            "Open a file",
            "Looks at an archive (.zip), a table of pixels (.csv) or arrays (.npz, .npy).");
    file.setId("data-tab-file");
    file.setOnAction(event -> desk.openFile());
    HBox bar = new HBox(8, part, label, count, spacer, folder, file);
    for (Region control : List.of(part, label, count, folder, file)) {
      control.setMinWidth(USE_PREF_SIZE);
    }
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("image-tool-bar");
    return bar;
  }

  private void showImages(DataViewModel.Shown shown) {
    grid.show(shown);
    if (shown == null) {
      return;
    }
    count.setText(Numbers.grouped(shown.indices().length) + " images");
    grid.select(viewModel.selectedProperty().get());
    showChosen();
  }

  private void showSummary(DataSummary summary) {
    Dataset data = viewModel.data();
    facts.showSummary(data, summary);
    label.setVisible(data != null && data.hasLabels());
    label.setManaged(label.isVisible());
    if (summary != null && data != null) {
      List<Integer> labels =
          IntStream.concat(
                  IntStream.of(DataViewModel.ALL),
                  IntStream.range(0, summary.classCounts().length)
                      .filter(i -> summary.classCounts()[i] > 0))
              .boxed()
              .toList();
      label.getItems().setAll(labels);
      label.setValue(viewModel.labelProperty().get());
    }
  }

  private void showChosen() {
    int index = viewModel.selectedProperty().get();
    grid.select(index);
    Dataset data = viewModel.data();
    facts.showChosen(data, index, data == null || index >= data.size() ? "" : describe(index));
  }

  private String describe(int index) {
    Dataset data = viewModel.data();
    String where = viewModel.partProperty().get() == Part.TRAINING ? "Training" : "Test";
    String name = data == null || !data.hasLabels() ? "" : data.className(index);
    return where + " image " + index + (name.isEmpty() ? "" : ", " + name);
  }

  private String className(int value) {
    Dataset data = viewModel.data();
    DataSummary summary = viewModel.summaryProperty().get();
    if (value == DataViewModel.ALL || data == null || summary == null) {
      return "All classes";
    }
    String name =
        value < data.classes().size() ? data.classes().get(value) : Integer.toString(value);
    return name + " · " + Numbers.grouped(summary.classCounts()[value]);
  }
}
