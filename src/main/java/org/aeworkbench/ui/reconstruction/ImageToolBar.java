package org.aeworkbench.ui.reconstruction;

import static org.aeworkbench.ui.common.Described.described;
import static org.aeworkbench.ui.common.Described.icon;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.aeworkbench.ui.common.ImageWords;
import org.aeworkbench.ui.common.Pills;
import org.aeworkbench.ui.common.SaveDialog;
import org.kordamp.ikonli.feather.Feather;

/** Which images, how many, and saving them. */
final class ImageToolBar extends VBox {
  private static final double COUNT_WIDTH = 84;

  private final ReconstructionViewModel viewModel;

  ImageToolBar(ReconstructionViewModel viewModel) {
    super(8);
    this.viewModel = viewModel;
    getStyleClass().add("image-tool-bar");
    Region spacer = new Region();
    HBox.setHgrow(spacer, Priority.ALWAYS);
    HBox row =
        new HBox(8, choices(), count(), indices(), redraw(), spacer, labFigure(), savePicture());
    row.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(row, line("images-problem", "danger"), line("figure-saved", "text-muted"));
    ((Label) getChildren().get(1)).textProperty().bind(viewModel.problemProperty());
    ((Label) getChildren().get(2)).textProperty().bind(viewModel.savedProperty());
  }

  private static Label line(String id, String style) {
    Label line = new Label();
    line.setId(id);
    line.getStyleClass().add(style);
    line.setWrapText(true);
    line.visibleProperty().bind(line.textProperty().isNotEmpty());
    line.managedProperty().bind(line.visibleProperty());
    return line;
  }

  private Node choices() {
    Pills buttons = new Pills();
    for (ImageChoice choice : ImageChoice.values()) {
      ToggleButton button =
          described(
              new ToggleButton(choice.title(ImageWords.DIGITS)),
              choice.title(ImageWords.DIGITS),
              choice.description(ImageWords.DIGITS));
      button.setId("images-" + choice.name().toLowerCase(Locale.ROOT));
      button.setMinWidth(USE_PREF_SIZE);
      buttons.add(button, () -> viewModel.choiceProperty().set(choice));
      viewModel.choiceProperty().subscribe(chosen -> button.setSelected(chosen == choice));
      viewModel.session().wordsProperty().subscribe(words -> name(button, choice, words));
      viewModel
          .labelledProperty()
          .subscribe(
              labelled -> {
                button.setVisible(labelled || !choice.needsLabels());
                button.setManaged(button.isVisible());
              });
    }
    return buttons;
  }

  private static void name(ToggleButton button, ImageChoice choice, ImageWords words) {
    button.setText(choice.title(words));
    button.setAccessibleText(choice.title(words) + " " + words.many());
    if (button.getTooltip() != null) {
      button.getTooltip().setText(choice.description(words));
    }
  }

  private Node count() {
    Spinner<Integer> count =
        described(
            new Spinner<>(1, ReconstructionViewModel.MAX_COUNT, viewModel.countProperty().get()),
            "Number of images",
            "How many images are shown, 1 to " + ReconstructionViewModel.MAX_COUNT + ".");
    count.setId("images-count");
    count.setEditable(true);
    count.setPrefWidth(COUNT_WIDTH);
    count.setMinWidth(COUNT_WIDTH);
    count.valueProperty().subscribe(value -> viewModel.countProperty().set(value));
    viewModel
        .countProperty()
        .subscribe(value -> count.getValueFactory().setValue(value.intValue()));
    return shownFor(count, ImageChoice::hasCount);
  }

  private Node indices() {
    TextField field =
        described(
            new TextField(),
            "Numbers of the images",
            "Numbers in the test set, from 0 on, for instance 0-9, 42.");
    field.setId("images-indices");
    field.setPrefColumnCount(9);
    field.textProperty().bindBidirectional(viewModel.typedIndicesProperty());
    return shownFor(field, choice -> choice == ImageChoice.BY_INDEX);
  }

  private Node redraw() {
    Button button = iconButton(Feather.REFRESH_CW, "images-redraw", "Others", "Draws others.");
    button.setOnAction(event -> viewModel.redraw());
    return shownFor(
        button, choice -> choice == ImageChoice.RANDOM || choice == ImageChoice.EACH_CLASS);
  }

  private Node labFigure() {
    Button button =
        iconButton(
            Feather.IMAGE,
            "save-lab-figure",
            "Save the lab's figure",
            "Saves the lab's picture: the first ten test images over their reconstructions.");
    return saving(button, "reconstructions.png", viewModel::saveLabFigure);
  }

  private Node savePicture() {
    Button button =
        iconButton(
            Feather.DOWNLOAD,
            "save-picture",
            "Save these images",
            "Saves the images that are shown, with reconstructions and errors, as a PNG file.");
    return saving(button, "images.png", viewModel::savePicture);
  }

  private Node saving(Button button, String name, Consumer<Path> save) {
    button.setOnAction(
        event ->
            SaveDialog.png(button.getScene().getWindow(), name, viewModel.session().dialogFolder())
                .ifPresent(save));
    viewModel.shownProperty().subscribe(shown -> button.setDisable(!shown.isReconstructed()));
    return button;
  }

  private static Button iconButton(Feather feather, String id, String name, String help) {
    Button button = described(new Button(null, icon(feather)), name, help);
    button.setId(id);
    button.getStyleClass().add(Styles.BUTTON_ICON);
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  private Node shownFor(Node node, Predicate<ImageChoice> choices) {
    viewModel
        .choiceProperty()
        .subscribe(
            choice -> {
              node.setVisible(choices.test(choice));
              node.setManaged(choices.test(choice));
            });
    return node;
  }
}
