package org.aeworkbench.app.work;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work that takes too long for the FX thread: files, data, baselines. Results come back to it. */
public final class Background implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Background.class);

  private final ExecutorService threads =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("background-", 1).factory());
  private final Executor fx;

  /**
   * @param fx the FX thread, to which results come back
   */
  public Background(Executor fx) {
    this.fx = fx;
  }

  /**
   * Does some work on a background thread.
   *
   * @param work may throw anything
   * @param done is called with the result on the FX thread
   * @param failed is called with what was thrown on the FX thread
   */
  public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
    try {
      threads.execute(() -> call(work, done, failed));
    } catch (RejectedExecutionException e) {
      LOG.debug("Not begun, the window is closing", e);
    }
  }

  /** The threads themselves, for {@link LatestTask}. */
  public ExecutorService threads() {
    return threads;
  }

  /** Interrupts what runs. */
  @Override
  public void close() {
    threads.shutdownNow();
  }

  private <T> void call(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
    T result;
    try {
      result = work.call();
    } catch (Throwable e) {
      fx.execute(() -> failed.accept(e));
      return;
    }
    fx.execute(() -> done.accept(result));
  }
}
