package org.aeworkbench.ui.tools;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.util.Subscription;
import org.aeworkbench.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Drives the window from another thread: for the tour and the measurements. */
final class FxDriver {
  private static final long TIMEOUT_SECONDS = 300;

  private FxDriver() {}

  /** Starts JavaFX without a display, unless it runs already. */
  static void startDisplayFree() {
    if (System.getProperty("glass.platform") == null) {
      System.setProperty("glass.platform", "Headless");
      System.setProperty("prism.order", "sw");
    }
    CompletableFuture<Boolean> started = new CompletableFuture<>();
    try {
      Platform.startup(() -> started.complete(true));
    } catch (IllegalStateException e) {
      started.complete(true); // runs already
    }
    get(started);
    Platform.setImplicitExit(false);
  }

  /** Does something on the FX thread and waits for it. */
  static <T> T call(Callable<T> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          try {
            result.complete(work.call());
          } catch (Exception | AssertionError e) {
            result.completeExceptionally(e);
          }
        });
    return get(result);
  }

  /** Does something on the FX thread and waits for it. */
  static void run(Runnable work) {
    call(
        () -> {
          work.run();
          return true;
        });
  }

  /** Waits until a value of the FX thread is as wanted. */
  static <T extends @Nullable Object> void await(ObservableValue<T> value, Predicate<T> wanted) {
    CompletableFuture<Boolean> reached = new CompletableFuture<>();
    Subscription watching =
        call(
            () ->
                value.subscribe(
                    now -> {
                      if (wanted.test(now)) {
                        reached.complete(true);
                      }
                    }));
    get(reached);
    run(watching::unsubscribe);
  }

  /** Waits until the scene has been laid out some more times. */
  static void awaitPulses(Scene scene, int count) {
    CompletableFuture<Boolean> reached = new CompletableFuture<>();
    Runnable counter =
        new Runnable() {
          private int left = count;

          @Override
          public void run() {
            if (--left <= 0) {
              reached.complete(true);
            } else {
              Platform.requestNextPulse();
            }
          }
        };
    run(
        () -> {
          scene.addPostLayoutPulseListener(counter);
          Platform.requestNextPulse();
        });
    get(reached);
    run(() -> scene.removePostLayoutPulseListener(counter));
  }

  private static <T> T get(CompletableFuture<T> future) {
    try {
      return future.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProblemException("Interrupted.", "Start it again.", e);
    } catch (TimeoutException e) {
      throw new ProblemException(
          "The window did not answer for " + TIMEOUT_SECONDS + " s.",
          "Close other programs and start it again.",
          e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
