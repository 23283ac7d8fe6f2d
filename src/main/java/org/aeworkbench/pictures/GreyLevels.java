package org.aeworkbench.pictures;

import java.util.Arrays;

/**
 * Which grey levels of a picture are ground and which are ink.
 *
 * @param ground median of the picture's edge
 * @param edgeSpread how far the edge's levels reach above its median: shadows and noise
 * @param threshold Otsu's, between ground and ink
 * @param ink level of well inked pixels
 */
record GreyLevels(float ground, float edgeSpread, float threshold, float ink) {
  private static final int BINS = 256;
  private static final float CLEAN = 0.02f;
  private static final float NO_CONTRAST = 0.06f;

  static GreyLevels of(GreyImage image) {
    float[] edge = image.edge();
    Arrays.sort(edge);
    float[] all = image.values().clone();
    Arrays.sort(all);
    float threshold = otsu(all);
    int firstInk = firstAbove(all, threshold);
    float ink = all[Math.min(all.length - 1, firstInk + (all.length - firstInk) * 9 / 10)];
    float ground = edge[edge.length / 2];
    return new GreyLevels(ground, edge[edge.length * 95 / 100] - ground, threshold, ink);
  }

  boolean darkOnLight() {
    return Math.abs(ink - ground) < NO_CONTRAST && Math.abs(threshold - ground) < NO_CONTRAST
        ? ground > 0.5f
        : ground > threshold;
  }

  /** Ground at 0, ink at 1; all ground for a picture without contrast. */
  GreyImage stretched(GreyImage image) {
    float low = ground;
    if (edgeSpread > CLEAN) {
      // A photo's paper is not even: cut off its shadows, but never half of the ink's edges.
      float half = 0.5f * (threshold - ground);
      low += Math.clamp(1.5f * edgeSpread, 0f, Math.max(0f, half));
    }
    float range = ink - low;
    float[] values = image.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] = range < NO_CONTRAST ? 0 : Math.clamp((values[i] - low) / range, 0f, 1f);
    }
    return new GreyImage(image.width(), image.height(), values);
  }

  /** The level that best parts two classes (Otsu 1979). */
  private static float otsu(float[] sorted) {
    long[] histogram = new long[BINS];
    double total = 0;
    for (float value : sorted) {
      int bin = bin(value);
      histogram[bin]++;
      total += bin;
    }
    double below = 0;
    long countBelow = 0;
    double best = -1;
    int bestBin = 0;
    for (int bin = 0; bin < BINS - 1; bin++) {
      countBelow += histogram[bin];
      below += (double) bin * histogram[bin];
      long countAbove = sorted.length - countBelow;
      if (countBelow == 0 || countAbove == 0) {
        continue;
      }
      double apart = below / countBelow - (total - below) / countAbove;
      double variance = apart * apart * countBelow * countAbove;
      if (variance > best) {
        best = variance;
        bestBin = bin;
      }
    }
    return best < 0 ? sorted[0] : (bestBin + 0.5f) / (BINS - 1);
  }

  private static int bin(float value) {
    return Math.clamp(Math.round(value * (BINS - 1)), 0, BINS - 1);
  }

  private static int firstAbove(float[] sorted, float level) {
    int first = 0;
    while (first < sorted.length - 1 && sorted[first] <= level) {
      first++;
    }
    return first;
  }
}
