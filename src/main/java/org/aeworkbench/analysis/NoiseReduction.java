package org.aeworkbench.analysis;

import java.util.Arrays;
import java.util.Comparator;
import org.aeworkbench.model.ImageShape;

/**
 * How much noise is taken away, as peak signal-to-noise ratios in decibels, the mean of the images'
 * squared errors under the logarithm; the larger the better.
 *
 * @param seen of the corrupted images
 * @param cleaned of what the network makes of them
 * @param filtered of what the best filter makes of them
 * @param filter which that is
 */
public record NoiseReduction(double seen, double cleaned, double filtered, SmoothingFilter filter) {
  /**
   * Compares; filters all images, so never on the FX thread.
   *
   * @param clean images, [n][values] in 0…1, n at least 1
   * @param corrupted the same with noise
   * @param reconstructed what a network makes of those
   */
  public static NoiseReduction of(
      ImageShape shape, float[][] clean, float[][] corrupted, float[][] reconstructed) {
    record Filtered(SmoothingFilter filter, double ratio) {}
    Filtered best =
        SmoothingFilter.ALL.stream()
            .map(
                filter ->
                    new Filtered(
                        filter,
                        ratio(
                            clean,
                            Arrays.stream(corrupted)
                                .map(image -> filter.smoothed(shape, image))
                                .toArray(float[][]::new))))
            .max(Comparator.comparingDouble(Filtered::ratio))
            .orElseThrow();
    return new NoiseReduction(
        ratio(clean, corrupted), ratio(clean, reconstructed), best.ratio, best.filter);
  }

  /** Of images against the clean ones; infinite for the same images. */
  public static double ratio(float[][] clean, float[][] others) {
    double error = 0;
    for (int i = 0; i < clean.length; i++) {
      error += ReconstructionLoss.meanSquaredError(clean[i], others[i]) / clean.length;
    }
    return -10 * Math.log10(error);
  }
}
