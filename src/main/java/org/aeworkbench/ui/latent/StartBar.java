package org.aeworkbench.ui.latent;

import static org.aeworkbench.ui.common.Described.described;
import static org.aeworkbench.ui.common.Described.icon;
import static org.aeworkbench.ui.common.Described.labelFor;

import atlantafx.base.theme.Styles;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.aeworkbench.ui.common.NumberField;
import org.aeworkbench.ui.common.Segmented;
import org.kordamp.ikonli.feather.Feather;

/** Where the code starts: an image, the mean, at random, between two images. */
final class StartBar extends HBox {
  private static final int MAX_INDEX = 9_999_999;

  private final LatentViewModel viewModel;
  private final Segmented<StartKind> kinds;
  private final NumberField<Integer> image =
      indexField("latent-image", "Number of the test image", "Any image of the test set.");
  private final NumberField<Integer> from =
      indexField("latent-from", "From test image", "The image that the way begins at.");
  private final NumberField<Integer> to =
      indexField("latent-to", "To test image", "The image that the way ends at.");
  private final Slider share =
      described(
          new Slider(0, 1, 0.5),
          "Share of the way between the two images",
          "Walks through code space on the straight line from one image's code to the other's.");
  private final Button another =
      described(
          new Button(null, icon(Feather.SHUFFLE)),
          "Another start at random",
          "Starts from another image, pair of images or random code.");
  private boolean showing;

  StartBar(LatentViewModel viewModel) {
    super(8);
    this.viewModel = viewModel;
    StartChooser starts = viewModel.starts();
    getStyleClass().add("latent-start");
    setAlignment(Pos.CENTER_LEFT);
    kinds =
        new Segmented<>(
            StartKind.values(),
            "latent-start-",
            kind -> kind.title(viewModel.wordsProperty().get()),
            kind -> kind.description(viewModel.wordsProperty().get()),
            starts::start);
    another.setId("latent-another");
    another.getStyleClass().add(Styles.BUTTON_ICON);
    another.setOnAction(event -> starts.startElsewhere());
    another.setMinWidth(USE_PREF_SIZE);
    share.setId("latent-share");
    share.setBlockIncrement(0.05);
    share.setMinWidth(80);
    HBox.setHgrow(share, Priority.SOMETIMES);
    share.setMaxWidth(240);
    Label start = new Label("Start from");
    start.setMinWidth(USE_PREF_SIZE);
    getChildren()
        .addAll(
            start,
            kinds,
            shownFor(labelFor(image, "#"), StartKind.IMAGE),
            shownFor(image, StartKind.IMAGE),
            shownFor(from, StartKind.BETWEEN),
            shownFor(share, StartKind.BETWEEN),
            shownFor(to, StartKind.BETWEEN),
            shownFor(another, StartKind.IMAGE, StartKind.RANDOM, StartKind.BETWEEN));
    listen();
  }

  private void listen() {
    viewModel
        .wordsProperty()
        .subscribe(words -> kinds.name(kind -> kind.title(words), kind -> kind.description(words)));
    image.onTaken(index -> viewModel.starts().startFromImage(index));
    from.onTaken(index -> walk());
    to.onTaken(index -> walk());
    share.valueProperty().subscribe(() -> walk());
    share.pressedProperty().subscribe(pressed -> endGesture(pressed));
    for (Node field : new Node[] {image, from, to, share}) {
      field.focusedProperty().subscribe(focused -> endGesture(focused));
    }
    viewModel.editor().chosenProperty().subscribe(code -> show(code.start()));
  }

  private void endGesture(boolean goesOn) {
    if (!goesOn) {
      viewModel.editor().endGesture();
    }
  }

  private void walk() {
    if (!showing) {
      viewModel.starts().walk(from.getValue(), to.getValue(), share.getValue());
    }
  }

  private void show(CodeStart start) {
    showing = true;
    kinds.select(StartKind.of(start));
    switch (start) {
      case CodeStart.Image(int index) -> image.setValue(index);
      case CodeStart.Between between -> {
        from.setValue(between.from());
        to.setValue(between.to());
        share.setValue(between.share());
      }
      case CodeStart.Mean mean -> {}
      case CodeStart.Random random -> {}
    }
    showing = false;
  }

  private static NumberField<Integer> indexField(String id, String name, String help) {
    NumberField<Integer> field = new NumberField<>(Integer::valueOf, 0, MAX_INDEX);
    described(field, name, help + " The arrow keys go to the next and the one before.").setId(id);
    field.setPrefColumnCount(3);
    field.setMinWidth(USE_PREF_SIZE);
    field.stepping(index -> index + 1, index -> index - 1);
    return field;
  }

  private Node shownFor(Node node, StartKind... kinds) {
    Set<StartKind> those = Set.of(kinds);
    viewModel
        .editor()
        .chosenProperty()
        .map(code -> those.contains(StartKind.of(code.start())))
        .subscribe(
            shown -> {
              node.setVisible(shown);
              node.setManaged(shown);
            });
    return node;
  }
}
