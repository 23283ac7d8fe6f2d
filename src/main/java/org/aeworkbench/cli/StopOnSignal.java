package org.aeworkbench.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.aeworkbench.training.TrainingControl;
import org.jspecify.annotations.Nullable;

/**
 * Turns Ctrl+C (or the machine's wish to end the process) into a stop of a training, and holds the
 * process until {@link #close}, by when the model is saved and everything is said: where it is, if
 * it could not be saved where it was wanted.
 */
final class StopOnSignal implements AutoCloseable {
  /** A batch of the slowest network on the slowest backend takes some seconds. */
  private static final long PATIENCE_SECONDS = 120;

  private final CountDownLatch done = new CountDownLatch(1);
  private @Nullable Thread hook;

  /**
   * A training begins: from here to {@link #close} a signal stops it.
   *
   * @param stopping is called when the signal comes, on another thread
   */
  void begin(TrainingControl control, Runnable stopping) {
    hook =
        new Thread(
            () -> {
              stopping.run();
              control.stop();
              awaitDone();
            },
            "stop-on-signal");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void awaitDone() {
    try {
      if (!done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("The batch does not end; giving up on it.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    done.countDown();
    if (hook == null) {
      return;
    }
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending already, because of the signal.
    }
  }
}
