package org.aeworkbench.ui.common;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/**
 * Joined buttons of which one is chosen, by a click or by the arrow keys; the one that is chosen
 * can be chosen again. JavaFX's own arrow keys would show another one as chosen and tell nobody.
 */
public final class Pills extends HBox {
  private final ToggleGroup group = new ToggleGroup();

  /** Without buttons yet. */
  public Pills() {
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  /**
   * One more button, on the right.
   *
   * @param onChosen is told when the user chooses it, not when it is shown as chosen
   */
  public void add(ToggleButton button, Runnable onChosen) {
    button.setToggleGroup(group);
    button.setOnAction(
        event -> {
          // A second click on the chosen one would leave none chosen.
          button.setSelected(true);
          onChosen.run();
        });
    if (!getChildren().isEmpty()) {
      List<String> last = getChildren().getLast().getStyleClass();
      last.remove(Styles.RIGHT_PILL);
      if (!last.contains(Styles.LEFT_PILL)) {
        last.add(Styles.CENTER_PILL);
      }
    }
    button.getStyleClass().add(getChildren().isEmpty() ? Styles.LEFT_PILL : Styles.RIGHT_PILL);
    getChildren().add(button);
  }

  private void pressed(KeyEvent event) {
    int step =
        switch (event.getCode()) {
          case LEFT, UP, KP_LEFT, KP_UP -> -1;
          case RIGHT, DOWN, KP_RIGHT, KP_DOWN -> 1;
          default -> 0;
        };
    if (step == 0 || event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    int at = getChildren().indexOf(event.getTarget());
    for (int i = at + step; at >= 0 && i >= 0 && i < getChildren().size(); i += step) {
      if (getChildren().get(i) instanceof ToggleButton next
          && next.isVisible()
          && !next.isDisabled()) {
        next.requestFocus();
        next.fire();
        break;
      }
    }
    event.consume();
  }
}
