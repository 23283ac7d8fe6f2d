package org.aeworkbench.network;

import org.aeworkbench.model.NoiseStreams;
import org.aeworkbench.vector.Noise;

/** Codes drawn from N(0, 1), what a variational decoder makes new images of. */
public final class CodeSamples {
  private CodeSamples() {}

  /**
   * Codes; the first of many are those of few.
   *
   * @param count codes, 0 or more
   * @param dimension numbers of a code
   * @param seed the same draws the same
   */
  public static float[][] of(int count, int dimension, long seed) {
    long origin = NoiseStreams.of(seed).origin(NoiseStreams.Purpose.GENERATION, 0);
    Noise noise = new Noise();
    float[][] codes = new float[count][dimension];
    for (int i = 0; i < count; i++) {
      noise.gaussians(origin, (long) i * dimension, codes[i], 0, dimension);
    }
    return codes;
  }
}
