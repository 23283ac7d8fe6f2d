package org.aeworkbench.app.job;

import java.util.ArrayDeque;
import java.util.Deque;

/** Images a second over the last few seconds, pauses left out. */
final class Throughput {
  private static final long WINDOW_NANOS = 4_000_000_000L;
  private static final long SAMPLE_NANOS = 100_000_000L;

  private record Sample(long nanos, long images) {}

  private final Deque<Sample> samples = new ArrayDeque<>();
  private long images;

  /** Some more images were learned. */
  void add(long nanos, long count) {
    images += count;
    if (samples.isEmpty() || nanos - samples.getLast().nanos() >= SAMPLE_NANOS) {
      samples.addLast(new Sample(nanos, images));
      while (samples.size() > 2 && nanos - samples.getFirst().nanos() > WINDOW_NANOS) {
        samples.removeFirst();
      }
    }
  }

  /** Begins a new measurement, after a pause. */
  void clear() {
    samples.clear();
    images = 0;
  }

  /** Images a second, 0 while nothing can be said. */
  double imagesPerSecond() {
    if (samples.size() < 2) {
      return 0;
    }
    Sample first = samples.getFirst();
    Sample last = samples.getLast();
    return (last.images() - first.images()) * 1e9 / (last.nanos() - first.nanos());
  }
}
