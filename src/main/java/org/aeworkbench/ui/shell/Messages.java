package org.aeworkbench.ui.shell;

import static org.aeworkbench.ui.common.Described.icon;

import atlantafx.base.controls.Notification;
import atlantafx.base.theme.Styles;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/** One-line messages over the lower right of the window: no dialog, nothing to click away. */
final class Messages extends VBox {
  private static final Duration SHOWN = Duration.seconds(7);
  private static final int MOST = 4;
  private static final String FADING = "fading";

  Messages() {
    super(8);
    getStyleClass().add("messages");
    setAlignment(Pos.BOTTOM_RIGHT);
    setPickOnBounds(false);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    StackPane.setAlignment(this, Pos.BOTTOM_RIGHT);
  }

  /** Something to know; goes away by itself. */
  void info(String text) {
    fading(add(text, Feather.INFO, Styles.ACCENT));
  }

  /** Something to know, with something to do about it; goes away by itself. */
  void info(String text, String action, Runnable onAction) {
    fading(offer(text, Feather.INFO, Styles.ACCENT, new Choice(action, onAction)));
  }

  /** Something that went wrong; stays until it is closed. */
  void problem(String text) {
    add(text, Feather.ALERT_TRIANGLE, Styles.DANGER);
  }

  /** A question; stays until it is answered or closed. */
  Notification ask(String text, Choice... choices) {
    return offer(text, Feather.HELP_CIRCLE, Styles.ACCENT, choices);
  }

  /** An answer to a question. */
  record Choice(String text, Runnable action) {}

  private Notification offer(String text, Feather feather, String style, Choice... choices) {
    Notification notification = add(text, feather, style);
    for (Choice choice : choices) {
      Button button = new Button(choice.text());
      button.getStyleClass().add(Styles.SMALL);
      button.setOnAction(
          event -> {
            close(notification);
            choice.action().run();
          });
      notification.getPrimaryActions().add(button);
    }
    return notification;
  }

  private Notification add(String text, Feather feather, String style) {
    // The same problem again, for instance from each of many frames, is one message.
    getChildren()
        .removeIf(node -> node instanceof Notification old && text.equals(old.getMessage()));
    Notification notification = new Notification(text, icon(feather));
    notification.getStyleClass().addAll(style, Styles.ELEVATED_2);
    notification.setAccessibleText(text);
    notification.setMaxWidth(440);
    notification.setPrefWidth(440);
    notification.setOnClose(event -> close(notification));
    getChildren().add(notification);
    return notification;
  }

  // Only what goes away anyway makes room: a problem or a question waits for the user.
  private void fading(Notification notification) {
    notification.getStyleClass().add(FADING);
    if (getChildren().size() > MOST) {
      getChildren().stream()
          .filter(node -> node.getStyleClass().contains(FADING))
          .findFirst()
          .ifPresent(getChildren()::remove);
    }
    PauseTransition pause = new PauseTransition(SHOWN);
    pause.setOnFinished(event -> close(notification));
    pause.play();
  }

  private void close(Notification notification) {
    getChildren().remove(notification);
  }
}
