package org.aeworkbench.ui.shell;

import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The one shortcut that is not the menu's: Space pauses, unless a control has a use for it. */
final class Shortcuts {
  private final WindowActions actions;

  Shortcuts(WindowActions actions) {
    this.actions = actions;
  }

  void install(Scene scene) {
    // A handler, not a filter: buttons, check boxes and lists consume Space before it comes here.
    scene.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.SPACE
              && !event.isShortcutDown()
              && !(scene.getFocusOwner() instanceof TextInputControl)) {
            actions.togglePause();
            event.consume();
          }
        });
  }
}
