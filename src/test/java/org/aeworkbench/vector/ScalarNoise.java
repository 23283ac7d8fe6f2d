package org.aeworkbench.vector;

import org.aeworkbench.model.Corruption;
import org.aeworkbench.model.NoiseStreams;
import org.aeworkbench.model.NoiseStreams.Purpose;
import org.aeworkbench.model.SplitMix;

/** Random numbers by their definition, one at a time in double precision. */
final class ScalarNoise {
  private ScalarNoise() {}

  static double uniform(long origin, long n) {
    return (SplitMix.of(origin + n) >>> 40) / (double) (1 << 24);
  }

  static double gaussian(long origin, long n) {
    double a = uniform(origin, 2 * n) + 1.0 / (1 << 24);
    return Math.sqrt(-2 * Math.log(a)) * Math.cos(2 * Math.PI * uniform(origin, 2 * n + 1));
  }

  /** Number n of the samples of a first batch, or of a validation. */
  static double sample(int n, long seed, boolean training) {
    Purpose purpose = training ? Purpose.SAMPLE : Purpose.VALIDATION_SAMPLE;
    return gaussian(NoiseStreams.of(seed).origin(purpose, 0), n);
  }

  /** What a network sees of an image of a first batch, or of a validation. */
  static double[] corrupted(
      Corruption corruption, double[] image, int number, long seed, boolean training) {
    Purpose purpose = training ? Purpose.CORRUPTION : Purpose.VALIDATION_CORRUPTION;
    long origin = NoiseStreams.of(seed).origin(purpose, 0);
    double[] seen = image.clone();
    for (int p = 0; p < seen.length; p++) {
      long n = (long) number * image.length + p;
      seen[p] =
          switch (corruption) {
            case Corruption.None _ -> seen[p];
            case Corruption.Gaussian noise ->
                Math.clamp(seen[p] + noise.level() * gaussian(origin, n), 0, 1);
            case Corruption.Masking noise -> uniform(origin, n) < noise.level() ? 0 : seen[p];
            case Corruption.SaltAndPepper noise -> {
              double u = uniform(origin, n);
              yield u < noise.level() / 2 ? 0 : u < noise.level() ? 1 : seen[p];
            }
          };
    }
    return seen;
  }
}
