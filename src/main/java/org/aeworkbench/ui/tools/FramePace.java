package org.aeworkbench.ui.tools;

import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import javafx.animation.AnimationTimer;

/** How long it is from frame to frame, and how long work has to wait for the FX thread. */
final class FramePace {
  private static final long PROBE_NANOS = 3_000_000;

  private final LongStream.Builder frames = LongStream.builder();
  private final LongStream.Builder waits = LongStream.builder();
  private final Thread probe = Thread.ofPlatform().daemon().name("fx probe").unstarted(this::probe);
  private final AnimationTimer timer =
      new AnimationTimer() {
        private long before;

        @Override
        public void handle(long nanos) {
          long now = System.nanoTime();
          if (before != 0) {
            frames.add(now - before);
          }
          before = now;
        }
      };
  private volatile boolean running;

  /** On the FX thread. */
  void start() {
    running = true;
    timer.start();
    probe.start();
  }

  /** On the FX thread. */
  void stop() {
    timer.stop();
    running = false;
    LockSupport.unpark(probe);
  }

  /** Lets some time pass; not on the FX thread. */
  void watch(double seconds) {
    long end = System.nanoTime() + (long) (seconds * 1e9);
    for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  /** Nanoseconds from each frame to the next, once stopped. */
  long[] frames() {
    return frames.build().toArray();
  }

  /** Nanoseconds that work waited, once stopped. */
  long[] waits() {
    try {
      probe.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return waits.build().toArray();
  }

  private void probe() {
    while (running) {
      long asked = System.nanoTime();
      FxDriver.run(() -> waits.add(System.nanoTime() - asked));
      LockSupport.parkNanos(PROBE_NANOS);
    }
  }
}
