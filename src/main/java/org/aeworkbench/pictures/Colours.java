package org.aeworkbench.pictures;

import java.awt.image.BufferedImage;

/** From coloured, partly transparent pixels to grey numbers. */
final class Colours {
  private static final float WHITE_INK = 0.85f;

  private Colours() {}

  /** The same picture without transparency. */
  static BufferedImage opaque(BufferedImage picture, boolean laidOnGround) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    int[] argb = picture.getRGB(0, 0, width, height, null, 0, width);
    if (laidOnGround && picture.getColorModel().hasAlpha()) {
      // White ink on nothing would vanish on white.
      int ground = visibleLuminance(argb) > WHITE_INK ? 0 : 255;
      for (int i = 0; i < argb.length; i++) {
        argb[i] = laid(argb[i], ground);
      }
    }
    BufferedImage opaque = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    opaque.setRGB(0, 0, width, height, argb, 0, width);
    return opaque;
  }

  /** Luminance in 0…1, or the brightest channel. */
  static GreyImage grey(BufferedImage picture, boolean luminance) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    int[] rgb = picture.getRGB(0, 0, width, height, null, 0, width);
    float[] values = new float[rgb.length];
    for (int i = 0; i < rgb.length; i++) {
      values[i] = luminance ? luminance(rgb[i]) : brightest(rgb[i]);
    }
    return new GreyImage(width, height, values);
  }

  private static float visibleLuminance(int[] argb) {
    double sum = 0;
    double weights = 0;
    boolean transparent = false;
    for (int pixel : argb) {
      int alpha = pixel >>> 24;
      transparent |= alpha < 255;
      sum += alpha * luminance(pixel);
      weights += alpha;
    }
    return !transparent || weights == 0 ? 0 : (float) (sum / weights);
  }

  private static int laid(int argb, int ground) {
    int alpha = argb >>> 24;
    return blend(argb >> 16, alpha, ground) << 16
        | blend(argb >> 8, alpha, ground) << 8
        | blend(argb, alpha, ground);
  }

  private static int blend(int channel, int alpha, int ground) {
    return ((channel & 0xFF) * alpha + ground * (255 - alpha) + 127) / 255;
  }

  /** Rec. 601, as JPEG and most image tools; white is exactly 1. */
  private static float luminance(int rgb) {
    int weighted = 299 * (rgb >> 16 & 0xFF) + 587 * (rgb >> 8 & 0xFF) + 114 * (rgb & 0xFF);
    return weighted / 255_000f;
  }

  private static float brightest(int rgb) {
    return Math.max(rgb >> 16 & 0xFF, Math.max(rgb >> 8 & 0xFF, rgb & 0xFF)) / 255f;
  }
}
