package org.aeworkbench.ui.common;

import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
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
    Tooltip tip = new Tooltip(help);
    tip.setShowDelay(Duration.millis(500));
    tip.setShowDuration(Duration.seconds(30));
    tip.setWrapText(true);
    tip.setMaxWidth(360);
    control.setTooltip(tip);
    return control;
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
