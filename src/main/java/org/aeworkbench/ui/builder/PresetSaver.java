package org.aeworkbench.ui.builder;

import static org.aeworkbench.ui.common.Described.described;
import static org.aeworkbench.ui.common.Described.icon;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.aeworkbench.app.builder.OwnPresets;
import org.aeworkbench.model.TrainingPlan;
import org.kordamp.ikonli.feather.Feather;

/** "Save as preset…": a button that becomes a field for the name, and why a name cannot be. */
public final class PresetSaver extends VBox {
  private final PresetShelf shelf;
  private final Supplier<TrainingPlan> plan;
  private final Button open = new Button("Save as preset…", icon(Feather.BOOKMARK));
  private final TextField name = new TextField();
  private final Button save = new Button("Save");
  private final Label hint = new Label();
  private final HBox naming;

  /**
   * @param plan that is kept
   */
  public PresetSaver(PresetShelf shelf, Supplier<TrainingPlan> plan) {
    super(4);
    this.shelf = shelf;
    this.plan = plan;
    described(
            open,
            "Save as preset",
            "Keep network and training under a name of your own, listed with the presets and known"
                + " to train --preset.")
        .setId("save-preset");
    open.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
    open.setMinWidth(USE_PREF_SIZE);
    described(name, "Name of the preset", "A name of your own; Enter saves, Escape lets be.")
        .setId("preset-name");
    name.setPromptText("Name");
    described(save, "Save the preset", "Keep it under this name.").setId("preset-save");
    Button cancel = described(new Button("Cancel"), "Cancel", "Keep nothing (Escape).");
    save.setMinWidth(USE_PREF_SIZE);
    cancel.setMinWidth(USE_PREF_SIZE);
    HBox.setHgrow(name, Priority.ALWAYS);
    naming = new HBox(6, name, save, cancel);
    naming.setAlignment(Pos.CENTER_LEFT);
    hint.getStyleClass().addAll("text-small", "hint");
    hint.setWrapText(true);
    getChildren().addAll(open, naming, hint);
    open.setOnAction(event -> begin());
    save.setOnAction(event -> save());
    name.setOnAction(event -> save());
    cancel.setOnAction(event -> end());
    name.textProperty().subscribe(text -> check());
    naming.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            end();
            event.consume();
          }
        });
    show(false);
  }

  private void begin() {
    name.clear();
    show(true);
    name.requestFocus();
  }

  private void end() {
    show(false);
    open.requestFocus();
  }

  private void save() {
    if (OwnPresets.refusal(name.getText()).isEmpty()) {
      shelf.save(name.getText().strip(), plan.get());
      end();
    }
  }

  private void check() {
    Optional<String> refusal = OwnPresets.refusal(name.getText());
    String typed = name.getText().strip();
    boolean known =
        shelf.presets().stream().anyMatch(preset -> preset.id().equalsIgnoreCase(typed));
    save.setDisable(refusal.isPresent());
    hint.setText(
        typed.isEmpty()
            ? ""
            : refusal.orElse(known ? "Takes the place of your preset of that name." : ""));
    showHint();
  }

  private void show(boolean asking) {
    open.setVisible(!asking);
    open.setManaged(!asking);
    naming.setVisible(asking);
    naming.setManaged(asking);
    showHint();
  }

  private void showHint() {
    boolean shown = naming.isVisible() && !hint.getText().isEmpty();
    hint.setVisible(shown);
    hint.setManaged(shown);
  }
}
