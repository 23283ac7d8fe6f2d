package org.aeworkbench.ui.messages;

import static org.aeworkbench.ui.common.Described.described;
import static org.aeworkbench.ui.common.Described.icon;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/** A message that stays, above the tabs, where it covers nothing: text, choices, a way to close. */
public final class MessageBar extends HBox {
  private final String text;
  private final Runnable onClose;
  private Runnable remove = () -> {};

  /**
   * @param style of AtlantaFX: accent, warning, danger
   * @param onClose is called when it is closed without a choice
   */
  MessageBar(
      String text, Feather feather, String style, List<Messages.Choice> choices, Runnable onClose) {
    super(8);
    this.text = text;
    this.onClose = onClose;
    getStyleClass().addAll("message-bar", style);
    setAlignment(Pos.CENTER_LEFT);
    setAccessibleRole(AccessibleRole.TEXT);
    setAccessibleText(text);
    Label label = new Label(text, icon(feather));
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(label, Priority.ALWAYS);
    getChildren().add(label);
    for (Messages.Choice choice : choices) {
      Button button = new Button(choice.text());
      button.getStyleClass().add(Styles.SMALL);
      button.setMinWidth(USE_PREF_SIZE);
      button.setOnAction(
          event -> {
            remove.run();
            choice.action().run();
          });
      getChildren().add(button);
    }
    Button close = described(new Button("", icon(Feather.X)), "Close", "Close this message.");
    close.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
    close.setOnAction(event -> close());
    getChildren().add(close);
  }

  /** How it is taken away. */
  void setRemove(Runnable removal) {
    remove = removal;
  }

  /** Takes it away: there is nothing to say any more. */
  public void dismiss() {
    remove.run();
  }

  /** As if it were closed by hand. */
  void close() {
    remove.run();
    onClose.run();
  }

  /** True if there is something to choose. */
  boolean asks() {
    return getChildren().stream().filter(Button.class::isInstance).count() > 1;
  }

  String text() {
    return text;
  }
}
