package org.aeworkbench.pictures.ink;

import org.aeworkbench.pictures.raster.ColourImage;
import org.aeworkbench.pictures.raster.GreyImage;
import org.aeworkbench.pictures.raster.Resampling;

/**
 * How red, green and blue become one number: weights whose absolute values sum up to 1.
 *
 * @param red weight
 * @param green weight
 * @param blue weight
 */
public record ColourMix(float red, float green, float blue) {
  /** Rec. 601, as JPEG and most image tools. */
  public static final ColourMix LUMINANCE = new ColourMix(0.299f, 0.587f, 0.114f);

  /** Not a mix: the brightest of the three. */
  public static final ColourMix BRIGHTEST = new ColourMix(0, 0, 0);

  private static final int SIDE = 384;

  /** The share of the contrast that luminance has to show to be taken. */
  private static final double ENOUGH = 0.4;

  private static final int ROUNDS = 30;

  /**
   * Luminance, or if that hides most of what is there to be seen, the direction in which colours
   * differ most from those around them: the first principal component (Hotelling 1933) of the
   * difference between each pixel and the mean of its neighbourhood. Strong differences weigh more,
   * so that ink counts and noise does not.
   */
  public static ColourMix strongest(ColourImage picture) {
    ColourImage small = picture.within(SIDE);
    if (isGrey(small)) {
      return LUMINANCE;
    }
    double[][] covariance = covariance(small);
    double[] direction = {0.5, 0.6, 0.4};
    for (int round = 0; round < ROUNDS; round++) {
      direction = unit(times(covariance, direction));
    }
    double[] luminance = unit(new double[] {LUMINANCE.red, LUMINANCE.green, LUMINANCE.blue});
    double most = along(covariance, direction);
    if (!(most > 0) || along(covariance, luminance) >= ENOUGH * most) {
      return LUMINANCE;
    }
    double sum = 0;
    double total = 0;
    for (double weight : direction) {
      sum += Math.abs(weight);
      total += weight;
    }
    double scale = total < 0 ? -1 / sum : 1 / sum;
    return new ColourMix(
        (float) (direction[0] * scale),
        (float) (direction[1] * scale),
        (float) (direction[2] * scale));
  }

  /** True if no weight is negative: then less light makes smaller numbers in proportion. */
  public boolean followsLight() {
    return Math.min(red, Math.min(green, blue)) >= -0.02f;
  }

  /** Numbers in 0…1. */
  public GreyImage of(ColourImage picture) {
    int[] argb = picture.argb();
    float[] values = new float[argb.length];
    float floor = Math.min(0, red) + Math.min(0, green) + Math.min(0, blue);
    boolean luminance = equals(LUMINANCE);
    boolean brightest = equals(BRIGHTEST);
    for (int i = 0; i < values.length; i++) {
      int r = argb[i] >> 16 & 0xFF;
      int g = argb[i] >> 8 & 0xFF;
      int b = argb[i] & 0xFF;
      if (luminance) {
        // In whole numbers, so that white is exactly 1 and grey stays the grey that it is.
        values[i] = (299 * r + 587 * g + 114 * b) / 255_000f;
      } else if (brightest) {
        values[i] = Math.max(r, Math.max(g, b)) / 255f;
      } else {
        values[i] = Math.clamp((red * r + green * g + blue * b) / 255f - floor, 0f, 1f);
      }
    }
    return new GreyImage(picture.width(), picture.height(), values);
  }

  private static boolean isGrey(ColourImage picture) {
    for (int pixel : picture.argb()) {
      int green = pixel >> 8 & 0xFF;
      if (Math.abs((pixel >> 16 & 0xFF) - green) > 4 || Math.abs((pixel & 0xFF) - green) > 4) {
        return false;
      }
    }
    return true;
  }

  private static double[][] covariance(ColourImage picture) {
    int radius = Math.max(3, Math.max(picture.width(), picture.height()) / 12);
    float[][] apart = new float[3][];
    for (int channel = 0; channel < 3; channel++) {
      GreyImage values = picture.channel(16 - 8 * channel);
      float[] around = Resampling.boxMean(values, radius).values();
      apart[channel] = new float[around.length];
      for (int i = 0; i < around.length; i++) {
        apart[channel][i] = values.values()[i] - around[i];
      }
    }
    double[][] covariance = new double[3][3];
    for (int i = 0; i < apart[0].length; i++) {
      double square = 0;
      for (float[] channel : apart) {
        square += channel[i] * channel[i];
      }
      for (int a = 0; a < 3; a++) {
        for (int b = 0; b < 3; b++) {
          covariance[a][b] += square * apart[a][i] * apart[b][i];
        }
      }
    }
    return covariance;
  }

  private static double[] times(double[][] matrix, double[] vector) {
    double[] product = new double[3];
    for (int a = 0; a < 3; a++) {
      for (int b = 0; b < 3; b++) {
        product[a] += matrix[a][b] * vector[b];
      }
    }
    return product;
  }

  private static double along(double[][] matrix, double[] direction) {
    double[] product = times(matrix, direction);
    return product[0] * direction[0] + product[1] * direction[1] + product[2] * direction[2];
  }

  private static double[] unit(double[] vector) {
    double length =
        Math.sqrt(vector[0] * vector[0] + vector[1] * vector[1] + vector[2] * vector[2]);
    return new double[] {vector[0] / length, vector[1] / length, vector[2] / length};
  }
}
