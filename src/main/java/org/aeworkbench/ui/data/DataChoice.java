package org.aeworkbench.ui.data;

import static org.aeworkbench.ui.common.Described.described;
import static org.aeworkbench.ui.common.Described.icon;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.VBox;
import org.aeworkbench.app.session.KnownData;
import org.aeworkbench.ui.common.DropPlace;
import org.aeworkbench.ui.training.TrainingViewModel;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The data that is trained on, on top of the experiment. */
public final class DataChoice extends VBox {
  private final DataDesk desk;
  private final MenuButton button =
      described(
          new MenuButton("MNIST", icon(Feather.DATABASE)),
          "Data",
          "What the network learns: MNIST, or images of your own. A folder, an archive or a table"
              + " can also be dropped here.");

  /** Shows what a desk uses and lets it be changed while nothing is trained. */
  public DataChoice(DataDesk desk, TrainingViewModel training) {
    super(4);
    this.desk = desk;
    Label heading = new Label("DATA");
    heading.getStyleClass().add("heading");
    Label facts = new Label("loading …");
    facts.setId("data-facts-line");
    facts.getStyleClass().addAll("text-muted", "text-small");
    facts.setWrapText(true);
    button.setId("data-choice");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnShowing(event -> fill());
    fill();
    button
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> desk.usedProperty().get() == null || training.stateProperty().get().isBusy(),
                desk.usedProperty(),
                training.stateProperty()));
    desk.usedProperty()
        .subscribe(
            used -> {
              if (used != null) {
                button.setText(used.name());
                facts.setText(DataDesk.facts(used));
              }
            });
    getChildren().addAll(heading, button, facts);
    DropPlace.DATA.mark(this);
  }

  private void fill() {
    button
        .getItems()
        .setAll(
            item("MNIST", "data-mnist", desk::useMnist),
            item("Shapes, a sample in colour", "data-shapes", desk::useShapes));
    for (KnownData known : desk.known()) {
      MenuItem item = item(known.name(), null, () -> desk.use(known));
      item.setMnemonicParsing(false);
      button.getItems().add(item);
    }
    button
        .getItems()
        .addAll(
            new SeparatorMenuItem(),
            item("Open Folder …", "data-open-folder", desk::openFolder),
            item("Open File …", "data-open-file", desk::openFile));
  }

  private static MenuItem item(String text, @Nullable String id, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setId(id);
    item.setOnAction(event -> action.run());
    return item;
  }
}
