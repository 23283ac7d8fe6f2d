package org.aeworkbench.analysis;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.aeworkbench.data.Dataset;

/**
 * Walks through data in parts, so that floats are made for a part only and a walk can end early.
 */
final class Chunks {
  private Chunks() {}

  interface Visitor {
    /** Gets {@code images}, the first of which has index {@code first} in the data. */
    void visit(int first, float[][] images);
  }

  static void of(Dataset data, int chunk, BooleanSupplier cancelled, Visitor visitor) {
    for (int first = 0; first < data.size(); first += chunk) {
      if (cancelled.getAsBoolean()) {
        throw new CancellationException("a newer network came, or the window was closed");
      }
      float[][] images = new float[Math.min(chunk, data.size() - first)][];
      for (int i = 0; i < images.length; i++) {
        images[i] = data.image(first + i);
      }
      visitor.visit(first, images);
    }
  }
}
