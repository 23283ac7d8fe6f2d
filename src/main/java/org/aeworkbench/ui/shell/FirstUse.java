package org.aeworkbench.ui.shell;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.aeworkbench.app.work.Background;
import org.aeworkbench.backend.dl4j.NativeLibraries;

/** What the first start of an installed version has to do once, while the window can be used. */
final class FirstUse {
  private FirstUse() {}

  /**
   * Unpacks DL4J's libraries unless they are.
   *
   * @param fx the FX thread
   * @param percent is told on it how far that is, never if there is nothing to do
   * @param done is called on it at the end, also if there was nothing to do
   * @param failed is told on it why it cannot be done
   */
  static void prepare(
      Background background,
      Executor fx,
      IntConsumer percent,
      Runnable done,
      Consumer<Throwable> failed) {
    background.run(
        () -> {
          int[] shown = {-1};
          NativeLibraries.prepare(
              share -> {
                int now = (int) (100 * share);
                if (now > shown[0]) {
                  shown[0] = now;
                  fx.execute(() -> percent.accept(now));
                }
              });
          return true;
        },
        prepared -> done.run(),
        failed);
  }
}
