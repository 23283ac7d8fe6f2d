package org.aeworkbench.ui.common;

import java.util.function.Supplier;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Gives controls their tooltip and what a screen reader says of them. */
public final class Described {
  private Described() {}

  /**
   * @param name what it is, for the screen reader
   * @param help what it does, in the lab's terms: the tooltip
   */
  public static <C extends Control> C described(C control, String name, String help) {
    control.setAccessibleText(name);
    control.setAccessibleHelp(help);
    explain(control, help);
    return control;
  }

  /**
   * Gives a node its tooltip when the mouse is over it for the first time: each is a window of its
   * own to JavaFX, and the start would build some sixty of them.
   */
  public static void explain(Node node, String help) {
    node.addEventHandler(
        MouseEvent.MOUSE_ENTERED,
        new EventHandler<>() {
          @Override
          public void handle(MouseEvent event) {
            node.removeEventHandler(MouseEvent.MOUSE_ENTERED, this);
            Tooltip.install(node, tooltip(help));
          }
        });
  }

  /**
   * Says what something is that is no control.
   *
   * @param help asked for each time the mouse comes
   */
  public static void explain(Node node, Supplier<String> help) {
    Tooltip tip = tooltip("");
    node.addEventHandler(MouseEvent.MOUSE_ENTERED, event -> tip.setText(help.get()));
    Tooltip.install(node, tip);
  }

  private static Tooltip tooltip(String help) {
    Tooltip tip = new Tooltip(help);
    tip.setShowDelay(Duration.millis(500));
    tip.setShowDuration(Duration.seconds(30));
    tip.setWrapText(true);
    tip.setMaxWidth(360);
    return tip;
  }

  /** A label that stands for a control: a click on it goes there, the mnemonic too. */
  public static Label labelFor(Control control, String text) {
    Label label = new Label(text);
    label.setLabelFor(control);
    label.setMinWidth(Label.USE_PREF_SIZE);
    return label;
  }

  /** An icon of the one set that is used. */
  public static FontIcon icon(Feather feather) {
    return new FontIcon(feather);
  }
}
