package org.aeworkbench.pictures.ink;

import java.util.Arrays;
import org.aeworkbench.pictures.raster.GreyImage;

/**
 * How far ink stands out from paper. Values are light ink on dark paper.
 *
 * @param paper level of the paper
 * @param noise standard deviation of the paper's grain
 */
public record InkLevel(float paper, float noise) {
  /** Less is no ink: a sheet's own unevenness, a JPEG's ringing. */
  private static final float FAINTEST = 0.035f;

  /** Less noise is none: a drawing, a screenshot. */
  private static final float CLEAN = 0.002f;

  private static final float CLEANEST = 0.02f;

  /** How far apart pixels are that differ by the fibres of rough paper. */
  private static final int COARSE = 13;

  private static final float NOISY = 0.012f;

  /** Lower quartile of the difference of two normal numbers, in their standard deviations. */
  private static final float QUARTILE = 0.451f;

  /**
   * The noise comes from the lower quartile of the differences between pixels a few columns apart,
   * scaled as for a normal distribution: ink may cover half of the picture.
   */
  public static InkLevel of(GreyImage ink, float paper) {
    float fine = Math.max(noise(ink, 1), noise(ink, 5));
    return new InkLevel(paper, Math.max(fine, noise(ink, COARSE)));
  }

  private static float noise(GreyImage ink, int apart) {
    int width = ink.width();
    if (width <= apart) {
      return 0;
    }
    int step = Math.max(1, ink.values().length / 60_000);
    float[] differences = new float[(ink.values().length + step - 1) / step];
    int count = 0;
    for (int i = 0; i < ink.values().length; i += step) {
      if (i % width + apart < width) {
        differences[count++] = Math.abs(ink.values()[i] - ink.values()[i + apart]);
      }
    }
    Arrays.sort(differences, 0, count);
    return count == 0 ? 0 : differences[count / 4] / QUARTILE;
  }

  /** True if single pixels cannot be told from noise and have to be seen together. */
  boolean isNoisy() {
    return noise > NOISY;
  }

  /** How far above the paper something is that is there. */
  float floor() {
    return noise < CLEAN ? CLEANEST : Math.max(FAINTEST, 5 * noise);
  }
}
