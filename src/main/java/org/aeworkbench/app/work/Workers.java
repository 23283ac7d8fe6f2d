package org.aeworkbench.app.work;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;

/**
 * The threads that tabs work on.
 *
 * @param live quick work whose result is waited for: decodes and reconstructions of what is shown
 * @param statistics passes over the whole test set; rests in between
 * @param files reading and writing files
 * @param fx the FX thread
 * @param owned what {@link #close} ends
 */
public record Workers(
    Executor live, Executor statistics, Executor files, Executor fx, AutoCloseable owned)
    implements AutoCloseable {
  private static final int REST_FACTOR = 3;

  /**
   * Threads of a window.
   *
   * @param fx the FX thread
   */
  public static Workers start(Executor fx) {
    ScheduledExecutorService live = thread("live view", Thread.NORM_PRIORITY);
    ScheduledExecutorService statistics = thread("statistics", Thread.MIN_PRIORITY);
    ScheduledExecutorService files = thread("files", Thread.NORM_PRIORITY);
    return new Workers(
        live,
        new DutyCycle(statistics, REST_FACTOR),
        files,
        fx,
        () -> {
          live.shutdownNow();
          statistics.shutdownNow();
          // A file that is being written is finished; the thread is no reason not to exit.
          files.shutdown();
        });
  }

  /** Everything at once on the calling thread: for tests of view models. */
  public static Workers direct() {
    return new Workers(Runnable::run, Runnable::run, Runnable::run, Runnable::run, () -> {});
  }

  @Override
  public void close() {
    try {
      owned.close();
    } catch (Exception e) {
      throw new IllegalStateException("ending threads does not fail", e);
    }
  }

  private static ScheduledExecutorService thread(String name, int priority) {
    ThreadFactory factory = Thread.ofPlatform().daemon().name(name).priority(priority).factory();
    return Executors.newSingleThreadScheduledExecutor(factory);
  }
}
