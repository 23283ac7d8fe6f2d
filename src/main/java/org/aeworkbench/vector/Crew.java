package org.aeworkbench.vector;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The engine's threads: the caller and {@code threads - 1} helpers that take numbered tasks from a
 * common counter. Which thread does a task must not matter to its result.
 *
 * <p>A batch has two jobs of a fraction of a millisecond, so helpers look out for the next one for
 * some ten microseconds before they go to sleep, and the caller does not wait for a helper that
 * wakes late: it takes the tasks itself.
 */
final class Crew implements AutoCloseable {
  private static final int SPINS = 300;

  /** One task of a job. */
  interface Task {
    /**
     * Does task {@code number}.
     *
     * @param worker 0 for the caller, 1 and up for the helpers: which scratch memory to use
     */
    void run(int number, int worker);
  }

  private static final class Job {
    final Task task;
    final int tasks;
    final Thread caller = Thread.currentThread();
    final AtomicInteger next = new AtomicInteger();
    final AtomicInteger done = new AtomicInteger();
    volatile @Nullable Throwable failure;

    Job(Task task, int tasks) {
      this.task = task;
      this.tasks = tasks;
    }

    void work(int worker) {
      for (int n = next.getAndIncrement(); n < tasks; n = next.getAndIncrement()) {
        try {
          task.run(n, worker);
        } catch (Throwable t) {
          failure = t;
        }
        if (done.incrementAndGet() == tasks && worker != 0) {
          LockSupport.unpark(caller);
        }
      }
    }
  }

  private final Thread[] helpers;
  private volatile @Nullable Job job;
  private volatile boolean closed;

  Crew(int threads) {
    helpers = new Thread[threads - 1];
    for (int i = 0; i < helpers.length; i++) {
      int helper = i;
      helpers[i] =
          Thread.ofPlatform()
              .daemon()
              .name("vector-", i + 1)
              .priority(Thread.currentThread().getPriority()) // as the caller, who works too
              .start(() -> serve(helper));
    }
  }

  /** Threads that work on a job: the caller and the helpers. */
  int threads() {
    return helpers.length + 1;
  }

  /** Does the tasks 0 to tasks - 1 and returns when all are done. */
  void run(int tasks, Task task) {
    Job current = new Job(task, tasks);
    job = current;
    for (Thread helper : helpers) {
      LockSupport.unpark(helper);
    }
    current.work(0);
    for (int spins = 0; current.done.get() < tasks; spins++) {
      if (spins < SPINS) {
        Thread.onSpinWait();
      } else {
        LockSupport.park(this);
      }
    }
    Throwable failure = current.failure;
    if (failure != null) {
      throw new IllegalStateException("A task of the vector engine failed", failure);
    }
  }

  @Override
  public void close() {
    closed = true;
    for (Thread helper : helpers) {
      LockSupport.unpark(helper);
    }
  }

  private void serve(int helper) {
    Job last = null;
    for (int spins = 0; !closed; spins++) {
      Job current = job;
      if (current != null && current != last) {
        current.work(helper + 1);
        last = current;
        spins = 0;
      } else if (spins < SPINS) {
        Thread.onSpinWait();
      } else {
        LockSupport.park(this);
        spins = 0;
      }
    }
  }
}
