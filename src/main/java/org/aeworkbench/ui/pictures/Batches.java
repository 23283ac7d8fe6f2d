package org.aeworkbench.ui.pictures;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * Collects pictures that are read and hands them over ten times a second and in the end: a thousand
 * single ones would keep the window busy. Reading threads add, the FX thread gets.
 */
final class Batches {
  private static final long EVERY_NANOS = 100_000_000;

  /** Gets what was collected, on the FX thread. */
  interface Receiver {
    void take(Batches of, List<PictureEntry> pictures, List<String> failures);
  }

  private final Executor fx;
  private final Receiver receiver;
  private List<PictureEntry> pictures = new ArrayList<>();
  private List<String> failures = new ArrayList<>();
  private int expected;
  private long delivered = System.nanoTime();
  private boolean cancelled;
  private boolean handedOver;

  Batches(Executor fx, Receiver receiver) {
    this.fx = fx;
    this.receiver = receiver;
  }

  /** One more will be added or fail. */
  synchronized void expect() {
    expected++;
  }

  void add(PictureEntry picture) {
    synchronized (this) {
      pictures.add(picture);
    }
    came();
  }

  void fail(String problem) {
    synchronized (this) {
      failures.add(problem);
    }
    came();
  }

  synchronized void cancel() {
    cancelled = true;
  }

  synchronized boolean areCancelled() {
    return cancelled;
  }

  /** True from the second time on. */
  boolean handOver() {
    boolean before = handedOver;
    handedOver = true;
    return before;
  }

  private void came() {
    synchronized (this) {
      expected--;
      long now = System.nanoTime();
      if (expected > 0 && now - delivered < EVERY_NANOS) {
        return;
      }
      delivered = now;
    }
    fx.execute(this::deliver);
  }

  private void deliver() {
    List<PictureEntry> some;
    List<String> failed;
    synchronized (this) {
      some = pictures;
      failed = failures;
      pictures = new ArrayList<>();
      failures = new ArrayList<>();
    }
    receiver.take(this, some, failed);
  }
}
