package org.aeworkbench.app.work;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Runs work on a thread, but rests after each piece, so that statistics which are refreshed with
 * every snapshot take only a share of a processor away from the training. Together with {@link
 * LatestTask} a rest also gathers the snapshots that come meanwhile into one.
 */
public final class DutyCycle implements Executor {
  private final ScheduledExecutorService thread;
  private final int restFactor;
  private long restUntil = System.nanoTime();

  /**
   * @param thread runs the work; its owner closes it
   * @param restFactor how many times as long as it worked it rests: 3 takes a quarter of a core
   */
  public DutyCycle(ScheduledExecutorService thread, int restFactor) {
    this.thread = thread;
    this.restFactor = restFactor;
  }

  /**
   * @throws RejectedExecutionException if the thread was shut down
   */
  @Override
  public void execute(Runnable work) {
    thread.schedule(() -> timed(work), restNanos(), TimeUnit.NANOSECONDS);
  }

  private void timed(Runnable work) {
    long begin = System.nanoTime();
    try {
      work.run();
    } finally {
      rest(restFactor * (System.nanoTime() - begin));
    }
  }

  private synchronized long restNanos() {
    return Math.max(0, restUntil - System.nanoTime());
  }

  private synchronized void rest(long nanos) {
    restUntil = System.nanoTime() + nanos;
  }
}
