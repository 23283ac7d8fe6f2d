package org.aeworkbench.analysis;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.aeworkbench.datasets.Dataset;

/**
 * Walks through data in parts, so that floats are made for a part only and a walk can end early.
 */
final class Chunks {
  private Chunks() {}

  interface Visitor {
    /**
     * Gets {@code images}, the first of which has index {@code first} in the data; the next visit
     * gets the same arrays again.
     */
    void visit(int first, float[][] images);
  }

  static void of(Dataset data, int chunk, BooleanSupplier cancelled, Visitor visitor) {
    float[][] all = new float[Math.min(chunk, data.size())][data.shape().size()];
    for (int first = 0; first < data.size(); first += chunk) {
      if (cancelled.getAsBoolean()) {
        throw new CancellationException("a newer network came, or the window was closed");
      }
      int count = Math.min(chunk, data.size() - first);
      float[][] images = count == all.length ? all : Arrays.copyOf(all, count);
      for (int i = 0; i < count; i++) {
        data.copyImage(first + i, images[i]);
      }
      visitor.visit(first, images);
    }
  }
}
