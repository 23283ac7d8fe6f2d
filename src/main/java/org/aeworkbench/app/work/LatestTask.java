package org.aeworkbench.app.work;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Newest-wins work off the FX thread: while one input is worked on, only the newest of those that
 * come in is kept, and of finished results only the newest is delivered.
 *
 * <p>At most one piece of work and at most one delivery is under way, so a slider that moves faster
 * than its decodes neither piles up work nor floods the FX thread. Every result that is delivered
 * is newer than the one before it. All methods may be called from any thread.
 *
 * @param <I> what is worked on
 * @param <R> what comes of it
 */
public final class LatestTask<I, R> implements AutoCloseable {
  private final Function<I, R> work;
  private final Executor worker;
  private final Executor delivery;
  private final Consumer<R> onResult;
  private final Consumer<Throwable> onFailure;

  private @Nullable Input<I> waiting;
  private @Nullable Runnable undelivered;
  private boolean working;
  private boolean delivering;
  private boolean closed;

  // A box, so that null may be an input.
  private record Input<I>(I value) {}

  /**
   * @param work done on {@code worker}, never twice at once
   * @param worker for instance one background thread, which several tasks may share
   * @param delivery for instance {@code Platform::runLater}
   * @param onResult called by {@code delivery}
   * @param onFailure called by {@code delivery} with what the work threw, an {@link Error} too
   */
  public LatestTask(
      Function<I, R> work,
      Executor worker,
      Executor delivery,
      Consumer<R> onResult,
      Consumer<Throwable> onFailure) {
    this.work = work;
    this.worker = worker;
    this.delivery = delivery;
    this.onResult = onResult;
    this.onFailure = onFailure;
  }

  /** Asks for work; replaces an input that has not been begun. Never waits. */
  public void submit(I input) {
    synchronized (this) {
      if (closed) {
        return;
      }
      waiting = new Input<>(input);
      if (working) {
        return;
      }
      working = true;
    }
    execute();
  }

  /** True while an input waits or is worked on, or a result is on its way. */
  public synchronized boolean isBusy() {
    return working || delivering;
  }

  /**
   * Forgets what waits; nothing is delivered any more. The executors are their owner's to close.
   */
  @Override
  public synchronized void close() {
    closed = true;
    waiting = null;
    undelivered = null;
  }

  private void execute() {
    try {
      worker.execute(this::workOnNewest);
    } catch (RejectedExecutionException e) {
      // The worker's owner shut it down: the window is closing.
      rest();
    } catch (Throwable e) {
      // No thread could be had; the next input tries again.
      rest();
      deliver(() -> onFailure.accept(e));
    }
  }

  private synchronized void rest() {
    working = false;
    waiting = null;
  }

  private void workOnNewest() {
    Input<I> input = take();
    if (input != null) {
      deliver(outcome(input.value()));
    }
    synchronized (this) {
      if (waiting == null) {
        working = false;
        return;
      }
    }
    // Through the executor again, so that tasks which share it take turns.
    execute();
  }

  private synchronized @Nullable Input<I> take() {
    Input<I> taken = waiting;
    waiting = null;
    return taken;
  }

  private Runnable outcome(I input) {
    try {
      R result = work.apply(input);
      return () -> onResult.accept(result);
    } catch (Throwable e) {
      // Errors too: a full memory or stack of one input is no reason to leave the next one undone.
      return () -> onFailure.accept(e);
    }
  }

  private void deliver(Runnable outcome) {
    synchronized (this) {
      if (closed) {
        return;
      }
      undelivered = outcome;
      if (delivering) {
        return;
      }
      delivering = true;
    }
    delivery.execute(this::deliverNewest);
  }

  private void deliverNewest() {
    Runnable newest;
    synchronized (this) {
      newest = undelivered;
      undelivered = null;
      delivering = false;
    }
    if (newest != null) {
      newest.run();
    }
  }
}
