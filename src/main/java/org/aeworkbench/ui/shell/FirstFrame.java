package org.aeworkbench.ui.shell;

import javafx.application.Platform;
import javafx.scene.Scene;

/** Lets work wait that would only delay the window's appearance. */
final class FirstFrame {
  private static final int PULSES = 2;

  private FirstFrame() {}

  /**
   * Does something on the FX thread once the window's first frame is with the renderer: the second
   * pulse comes when what the first one laid out was handed over.
   */
  static void then(Scene scene, Runnable work) {
    scene.addPostLayoutPulseListener(
        new Runnable() {
          private int left = PULSES;

          @Override
          public void run() {
            if (--left > 0) {
              Platform.requestNextPulse();
            } else {
              scene.removePostLayoutPulseListener(this);
              Platform.runLater(work);
            }
          }
        });
  }
}
