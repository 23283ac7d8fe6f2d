package org.aeworkbench.pictures.ink;

import java.util.Arrays;
import org.aeworkbench.pictures.raster.GreyImage;

/** Brings ink to MNIST's strength: paper is 0, well inked pixels are 1. */
public final class Contrast {
  private static final float NONE = 0.01f;

  private Contrast() {}

  /**
   * Stretches the levels from the paper's to the 90th percentile of the ink's. The paper's grain is
   * cut off, but never half of the ink's soft edges.
   */
  public static GreyImage stretched(GreyImage image, InkLevel level) {
    float[] sorted = image.values().clone();
    Arrays.sort(sorted);
    float half = (level.paper() + sorted[sorted.length - 1]) / 2;
    int first = Arrays.binarySearch(sorted, half);
    first = first < 0 ? -first - 1 : first;
    float ink = sorted[Math.min(sorted.length - 1, first + (sorted.length - first) * 9 / 10)];
    float low = level.paper() + Math.min(3 * level.noise(), 0.4f * (ink - level.paper()));
    float range = ink - low;
    float[] values = new float[sorted.length];
    if (range > NONE) {
      for (int i = 0; i < values.length; i++) {
        values[i] = Math.clamp((image.values()[i] - low) / range, 0f, 1f);
      }
    }
    return image.with(values);
  }
}
