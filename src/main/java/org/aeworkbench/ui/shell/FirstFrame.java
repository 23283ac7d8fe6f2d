package org.aeworkbench.ui.shell;

import javafx.application.Platform;
import javafx.scene.Scene;

/** Lets work wait that would only delay the window's appearance. */
final class FirstFrame {
  private FirstFrame() {}

  /** Does something on the FX thread once the scene was laid out and handed over to be drawn. */
  static void then(Scene scene, Runnable work) {
    scene.addPostLayoutPulseListener(
        new Runnable() {
          @Override
          public void run() {
            scene.removePostLayoutPulseListener(this);
            Platform.runLater(work);
          }
        });
  }
}
