package org.aeworkbench.ui.data;

import static org.aeworkbench.ui.common.Described.described;
import static org.aeworkbench.ui.common.Described.icon;
import static org.aeworkbench.ui.common.Described.labelFor;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.imports.Found;
import org.aeworkbench.imports.ImportOptions;
import org.aeworkbench.imports.Preview;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.pictures.Fit;
import org.aeworkbench.ui.common.NumberField;
import org.aeworkbench.ui.common.Numbers;
import org.aeworkbench.ui.common.PixelImage;
import org.aeworkbench.ui.common.Segmented;
import org.aeworkbench.ui.common.VerticalScroll;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What is about to be imported: what it holds, how it will look, what can be chosen. */
final class ImportPane extends BorderPane {
  private static final double TILE = 96;

  /** What the images are made of. */
  private enum Colours {
    GREY,
    COLOUR
  }

  private final ImportViewModel viewModel;
  private final NumberField<Integer> height = side("Height", "Rows of each image, 1 to 64.");
  private final NumberField<Integer> width = side("Width", "Columns of each image, 1 to 64.");
  private final Segmented<Colours> colours;
  private final Segmented<Fit> fit;
  private final CheckBox invert =
      described(
          new CheckBox("Invert"),
          "Invert",
          "Makes dark light: ink on paper becomes light ink on a dark ground, as MNIST has it.");
  private final NumberField<Integer> testShare =
      described(
          new NumberField<>(Integer::parseInt, 1, 99),
          "Test images in percent",
          "Share of the images that the network is judged by and never learns.");
  private final Label testText = new Label();
  private final Label title = new Label();
  private final Label facts = new Label();
  private final Label refused = new Label();
  private final FlowPane images = new FlowPane(12, 12);
  private boolean colour;
  private final Button start = new Button("Import", icon(Feather.DOWNLOAD));

  ImportPane(ImportViewModel viewModel) {
    this.viewModel = viewModel;
    getStyleClass().add("import-pane");
    setId("import-pane");
    colours =
        new Segmented<>(
            Colours.values(),
            "import-",
            value -> value == Colours.GREY ? "Grey" : "Colour",
            value -> value == Colours.GREY ? "One number for a pixel." : "Red, green and blue.",
            value -> {
              colour = value == Colours.COLOUR;
              changeShape();
            });
    fit =
        new Segmented<>(
            Fit.values(),
            "fit-",
            Fit::title,
            Fit::description,
            value -> viewModel.change(options().withFit(value)));
    invert.setId("import-invert");
    invert.setOnAction(event -> viewModel.change(options().withInvert(invert.isSelected())));
    height.setId("import-height");
    width.setId("import-width");
    height.onTaken(value -> changeShape());
    width.onTaken(value -> changeShape());
    testShare.setId("import-test-share");
    testShare.setPrefColumnCount(3);
    testShare.onTaken(percent -> viewModel.change(options().withTestFraction(percent / 100.0)));
    setTop(header());
    VerticalScroll scroll = new VerticalScroll(images);
    scroll.getStyleClass().add("edge-to-edge");
    images.getStyleClass().add("import-images");
    setCenter(scroll);
    setBottom(footer());
    viewModel.optionsProperty().subscribe(this::showOptions);
    viewModel.previewProperty().subscribe(this::showPreview);
    viewModel.pathProperty().subscribe(path -> title.setText(path == null ? "" : name(path)));
  }

  private static String name(Path path) {
    Path name = path.getFileName();
    return name == null ? path.toString() : name.toString();
  }

  private static NumberField<Integer> side(String name, String help) {
    NumberField<Integer> field =
        described(
            new NumberField<Integer>(Integer::parseInt, 1, ImageShape.MAX_SIDE)
                .stepping(value -> value + 1, value -> value - 1),
            name,
            help);
    field.setPrefColumnCount(3);
    return field;
  }

  private Node header() {
    title.getStyleClass().add("empty-title");
    facts.getStyleClass().add("text-muted");
    facts.setWrapText(true);
    GridPane form = new GridPane(12, 8);
    form.addRow(0, labelFor(height, "Size"), row(height, new Label("×"), width, colours));
    form.addRow(1, new Label("Fit"), row(fit, invert));
    testText.getStyleClass().add("text-muted");
    form.addRow(2, labelFor(testShare, "Test images"), row(testShare, testText));
    VBox header = new VBox(12, new VBox(4, title, facts), form);
    header.getStyleClass().add("import-header");
    header.disableProperty().bind(viewModel.progressProperty().map(progress -> true).orElse(false));
    return header;
  }

  private static HBox row(Node... nodes) {
    HBox row = new HBox(8, nodes);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private Node footer() {
    Label problem = new Label("", icon(Feather.ALERT_TRIANGLE));
    problem.setId("import-problem");
    problem.getStyleClass().add("danger");
    problem.setWrapText(true);
    problem.textProperty().bind(viewModel.problemProperty());
    problem.visibleProperty().bind(viewModel.problemProperty().isNotEmpty());
    problem.managedProperty().bind(problem.visibleProperty());
    refused.getStyleClass().add("text-muted");
    refused.setWrapText(true);
    refused.managedProperty().bind(refused.visibleProperty());
    ProgressBar bar = new ProgressBar();
    bar.setPrefWidth(180);
    bar.setAccessibleText("Progress of the import");
    Label count = new Label();
    HBox progress = row(bar, count);
    progress.visibleProperty().bind(viewModel.progressProperty().map(now -> true).orElse(false));
    viewModel
        .progressProperty()
        .subscribe(
            now -> {
              if (now != null) {
                bar.setProgress(now.share());
                count.setText(now.text());
              }
            });
    start.setId("import-start");
    start.getStyleClass().add(Styles.ACCENT);
    start.setOnAction(event -> viewModel.start());
    described(start, "Import", "Converts all images once; the next time they are there at once.");
    start
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () ->
                    viewModel.previewProperty().get() == null
                        || viewModel.progressProperty().get() != null
                        || !viewModel.problemProperty().get().isEmpty(),
                viewModel.previewProperty(),
                viewModel.progressProperty(),
                viewModel.problemProperty()));
    Button cancel =
        described(new Button("Cancel"), "Cancel", "Goes back to the data that is used.");
    cancel.setId("import-cancel");
    cancel.setCancelButton(true);
    cancel.setOnAction(event -> viewModel.cancel());
    Region spacer = new Region();
    HBox.setHgrow(spacer, Priority.ALWAYS);
    VBox footer = new VBox(8, problem, refused, row(progress, spacer, asPictures(), cancel, start));
    footer.getStyleClass().add("import-footer");
    return footer;
  }

  /** For a folder that was dropped where nothing says what it is for. */
  private Button asPictures() {
    Button button =
        described(
            new Button("Show as pictures instead", icon(Feather.IMAGE)),
            "Show as pictures instead",
            "Sends the pictures through the network in the Pictures tab; nothing is imported.");
    button.setId("import-as-pictures");
    button.setOnAction(event -> viewModel.showAsPictures());
    button.visibleProperty().bind(viewModel.asPicturesProperty().isNotNull());
    button.managedProperty().bind(button.visibleProperty());
    return button;
  }

  private ImportOptions options() {
    return viewModel.optionsProperty().get();
  }

  private void changeShape() {
    viewModel.change(
        options().withImage(new ImageShape(height.getValue(), width.getValue(), colour ? 3 : 1)));
  }

  private void showOptions(ImportOptions now) {
    ImageShape shape = now.image();
    if (shape != null) {
      height.setValue(shape.height());
      width.setValue(shape.width());
      colour = shape.channels() > 1;
      colours.select(shape.channels() == 1 ? Colours.GREY : Colours.COLOUR);
    }
    fit.select(now.fit());
    invert.setSelected(now.invert());
    testShare.setValue((int) Math.round(100 * now.testFraction()));
  }

  private void showPreview(@Nullable Preview preview) {
    images.getChildren().clear();
    if (preview == null) {
      facts.setText("Looking at what is there …");
      refused.setVisible(false);
      return;
    }
    facts.setText(describe(preview.found()));
    testShare.setDisable(preview.found().saysParts());
    testText.setText(
        preview.found().saysParts()
            ? "as its folders say"
            : "percent, drawn at random by a fixed seed");
    refused.setVisible(!preview.refused().isEmpty());
    if (!preview.refused().isEmpty()) {
      refused.setText(
          (preview.refused().size() == 1 ? "Skipped: " : "Skipped, among others: ")
              + preview.refused().getFirst());
    }
    Dataset data = preview.images();
    for (int i = 0; i < data.size(); i++) {
      PixelImage image = new PixelImage(PixelImage.within(data.shape(), TILE));
      image.show(data.shape(), data.image(i));
      String name = data.hasLabels() ? data.className(i) : "";
      Label caption = new Label(name);
      caption.getStyleClass().addAll("text-muted", "text-small");
      caption.setMaxWidth(TILE);
      image.setAccessibleText("Image " + (i + 1) + (name.isEmpty() ? "" : ", " + name));
      VBox tile = new VBox(2, image, caption);
      tile.setAlignment(Pos.TOP_CENTER);
      images.getChildren().add(tile);
    }
  }

  private static String describe(Found found) {
    StringBuilder text = new StringBuilder(found.kind());
    if (found.count() >= 0) {
      text.append(String.format(Locale.ROOT, " · %s images", Numbers.grouped(found.count())));
    }
    if (!found.classes().isEmpty()) {
      text.append(" · ").append(found.classes().size()).append(" classes");
    }
    if (!found.sizes().isEmpty()) {
      text.append(" · ").append(found.sizes());
    }
    text.append(found.colour() ? " · colour" : " · grey");
    return text.toString();
  }
}
