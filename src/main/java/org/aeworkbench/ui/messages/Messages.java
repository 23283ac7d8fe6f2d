package org.aeworkbench.ui.messages;

import static org.aeworkbench.ui.common.Described.icon;

import atlantafx.base.controls.Notification;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/**
 * One-line messages. What goes away by itself lies over the lower right of the window; what stays
 * until it is answered or closed has a place above the tabs, where it covers nothing.
 */
public final class Messages {
  private static final Duration SHOWN = Duration.seconds(7);
  private static final int MOST = 4;

  private final VBox fading = new VBox(8);
  private final VBox lasting = new VBox();

  /** Nothing is said yet. */
  public Messages() {
    fading.getStyleClass().add("messages");
    fading.setAlignment(Pos.BOTTOM_RIGHT);
    fading.setPickOnBounds(false);
    fading.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    StackPane.setAlignment(fading, Pos.BOTTOM_RIGHT);
  }

  /** What lies over the window. */
  public Node overlay() {
    return fading;
  }

  /** What has a place of its own above the tabs; takes no room without a message. */
  public Node bar() {
    return lasting;
  }

  /** Something to know; goes away by itself. */
  public void info(String text) {
    fade(notification(text));
  }

  /** Something to know, with something to do about it; goes away by itself. */
  public void info(String text, String action, Runnable onAction) {
    Notification notification = notification(text);
    Button button = new Button(action);
    button.getStyleClass().add(Styles.SMALL);
    button.setOnAction(
        event -> {
          fading.getChildren().remove(notification);
          onAction.run();
        });
    notification.getPrimaryActions().add(button);
    fade(notification);
  }

  /** Something that went wrong; stays until it is closed. */
  public void problem(String text) {
    stay(new MessageBar(text, Feather.ALERT_TRIANGLE, Styles.DANGER, List.of(), () -> {}));
  }

  /** Something that went wrong, with ways out; stays until one is chosen or it is closed. */
  public MessageBar problem(String text, Choice... choices) {
    return stay(
        new MessageBar(text, Feather.ALERT_TRIANGLE, Styles.DANGER, List.of(choices), () -> {}));
  }

  /** A question; stays until it is answered or closed. */
  public MessageBar ask(String text, Runnable onClose, Choice... choices) {
    return stay(
        new MessageBar(text, Feather.HELP_CIRCLE, Styles.ACCENT, List.of(choices), onClose));
  }

  /** An answer to a question. */
  public record Choice(String text, Runnable action) {}

  /** All texts that are shown. */
  public Stream<String> texts() {
    return Stream.concat(
        bars().map(MessageBar::text),
        fading.getChildren().stream().map(node -> ((Notification) node).getMessage()));
  }

  /** The choices that are offered, by their text. */
  public Stream<Button> choices() {
    return Stream.concat(
            bars().flatMap(bar -> bar.getChildren().stream()),
            fading.getChildren().stream()
                .flatMap(node -> ((Notification) node).getPrimaryActions().stream()))
        .filter(Button.class::isInstance)
        .map(Button.class::cast);
  }

  private Stream<MessageBar> bars() {
    return lasting.getChildren().stream().map(MessageBar.class::cast);
  }

  private MessageBar stay(MessageBar bar) {
    // The same problem again, for instance from each of many frames, is one message.
    lasting.getChildren().removeAll(bars().filter(old -> old.text().equals(bar.text())).toList());
    bar.setRemove(() -> lasting.getChildren().remove(bar));
    lasting.getChildren().addFirst(bar);
    if (lasting.getChildren().size() > MOST) {
      // What asks nothing makes room first.
      bars()
          .filter(old -> !old.asks() && old != bar)
          .reduce((newer, older) -> older)
          .ifPresent(lasting.getChildren()::remove);
    }
    return bar;
  }

  private Notification notification(String text) {
    fading
        .getChildren()
        .removeIf(node -> node instanceof Notification old && text.equals(old.getMessage()));
    Notification notification = new Notification(text, icon(Feather.INFO));
    notification.getStyleClass().addAll(Styles.ACCENT, Styles.ELEVATED_2);
    notification.setAccessibleText(text);
    notification.setMaxWidth(440);
    notification.setPrefWidth(440);
    notification.setOnClose(event -> fading.getChildren().remove(notification));
    return notification;
  }

  private void fade(Notification notification) {
    fading.getChildren().add(notification);
    if (fading.getChildren().size() > MOST) {
      fading.getChildren().removeFirst();
    }
    PauseTransition pause = new PauseTransition(SHOWN);
    pause.setOnFinished(event -> fading.getChildren().remove(notification));
    pause.play();
  }
}
