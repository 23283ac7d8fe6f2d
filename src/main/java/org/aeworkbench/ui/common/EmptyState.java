package org.aeworkbench.ui.common;

import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What stands where there is nothing yet: what is missing and what to do about it. */
public final class EmptyState extends VBox {
  private static final double TEXT_WIDTH = 420;

  private final Label body = new Label();

  /**
   * @param title what is missing
   * @param text what to do
   * @param actions that do it
   */
  public EmptyState(Feather icon, String title, String text, Node... actions) {
    super(8);
    getStyleClass().add("empty-state");
    setAlignment(Pos.CENTER);
    FontIcon large = new FontIcon(icon);
    large.getStyleClass().add("empty-icon");
    Label heading = new Label(title);
    heading.getStyleClass().add("empty-title");
    body.setText(text);
    body.getStyleClass().add("text-muted");
    body.setWrapText(true);
    body.setTextAlignment(TextAlignment.CENTER);
    body.setAlignment(Pos.CENTER);
    body.setMaxWidth(TEXT_WIDTH);
    HBox buttons = new HBox(8, actions);
    buttons.setAlignment(Pos.CENTER);
    getChildren().addAll(large, heading, body, buttons);
  }

  /** What to do. */
  public StringProperty textProperty() {
    return body.textProperty();
  }
}
