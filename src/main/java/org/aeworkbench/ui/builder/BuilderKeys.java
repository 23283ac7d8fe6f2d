package org.aeworkbench.ui.builder;

import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** What keys do while a row has the focus. */
final class BuilderKeys {
  private BuilderKeys() {}

  /** Does what the key is for; false if it is for nothing here. */
  static boolean handle(KeyEvent event, BuilderView view) {
    if (event.isShortcutDown()) {
      return shortcut(event, view);
    }
    int step = event.getCode() == KeyCode.UP ? -1 : 1;
    switch (event.getCode()) {
      case UP, DOWN -> {
        if (event.isAltDown()) {
          view.moveBy(step);
        } else {
          view.selectNeighbour(step);
        }
      }
      case DELETE, BACK_SPACE -> view.remove();
      case INSERT, ENTER -> view.addBehind();
      default -> {
        return false;
      }
    }
    return true;
  }

  private static boolean shortcut(KeyEvent event, BuilderView view) {
    switch (event.getCode()) {
      case D -> view.duplicate();
      case C -> view.copy();
      case V -> view.paste();
      default -> {
        return false;
      }
    }
    return true;
  }

  /** True for Escape in a field of a row: back to the row. */
  static boolean leavesField(KeyEvent event) {
    return event.getCode() == KeyCode.ESCAPE && event.getTarget() instanceof TextInputControl;
  }
}
