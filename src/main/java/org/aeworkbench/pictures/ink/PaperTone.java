package org.aeworkbench.pictures.ink;

import java.util.Arrays;
import org.aeworkbench.pictures.raster.Box;
import org.aeworkbench.pictures.raster.GreyImage;
import org.aeworkbench.pictures.raster.MedianFilter;

/**
 * The paper's grey level, and on which side of it the ink is.
 *
 * @param level of the paper
 * @param darkInk true if ink is darker than the paper
 * @param even true if the light does not fall off: one level is right for all of the paper
 */
public record PaperTone(float level, boolean darkInk, boolean even) {
  private static final int SIDE = 256;
  private static final int TINY = 64;
  private static final int BLOCK = 8;
  private static final float NEAR = 0.04f;
  private static final float STRONG = 0.25f;

  /** How far within the edge to look, as shares of the shorter side. */
  private static final float[] INSETS = {0.02f, 0.05f, 0.1f};

  /** What covers less of the picture is a frame. */
  private static final float COMMON = 0.1f;

  /**
   * Looks at the outermost pixels first, a little within so that a thin frame does not count. If
   * most are of one level, that is the paper's. Otherwise the light falls off, and the median of a
   * large neighbourhood stands for the paper; what differs from it most is the ink.
   */
  public static PaperTone of(GreyImage image) {
    GreyImage small = image.within(SIDE);
    float[] ring = ring(small);
    float level = ring[ring.length / 2];
    int near = 0;
    for (float value : ring) {
      near += Math.abs(value - level) <= NEAR ? 1 : 0;
    }
    if (near >= 0.6 * ring.length) {
      level = median(small.values(), level);
      boolean dark = isDarker(small.values(), level);
      boolean whole = near >= 0.97 * ring.length;
      boolean clean = isClean(small.values(), level, dark, whole || small.longer() < TINY);
      boolean even =
          clean
              && (whole
                  ? small.longer() < TINY || spread(small, level) < NEAR / 4
                  : isInk(ring, most(small.values(), level, dark), level, dark));
      if (even || whole) {
        return new PaperTone(level, dark, even);
      }
    }
    GreyImage around = MedianFilter.of(small, Math.max(2, small.longer() / 8));
    double dark = 0;
    double light = 0;
    for (int i = 0; i < small.values().length; i++) {
      float apart = small.values()[i] - around.values()[i];
      if (apart < 0) {
        dark += apart * apart;
      } else {
        light += apart * apart;
      }
    }
    float[] sorted = around.values().clone();
    Arrays.sort(sorted);
    return new PaperTone(sorted[sorted.length / 2], dark >= light, false);
  }

  /** Of all that is near a level: the ring may run along a line that is hardly darker. */
  private static float median(float[] values, float level) {
    float[] alike = new float[values.length];
    int count = 0;
    for (float value : values) {
      if (Math.abs(value - level) <= NEAR) {
        alike[count++] = value;
      }
    }
    Arrays.sort(alike, 0, count);
    return count == 0 ? level : alike[count / 2];
  }

  /**
   * The outermost ring that is of paper: it may run along a frame, which is little of a picture.
   */
  private static float[] ring(GreyImage image) {
    if (image.longer() < TINY) {
      return ring(image, 0);
    }
    float[] outermost = ring(image, INSETS[0]);
    for (float inset : INSETS) {
      float[] ring = ring(image, inset);
      float level = ring[ring.length / 2];
      int alike = 0;
      for (float value : image.values()) {
        alike += Math.abs(value - level) <= NEAR ? 1 : 0;
      }
      if (alike > COMMON * image.values().length) {
        return ring;
      }
    }
    return outermost;
  }

  private static float[] ring(GreyImage image, float share) {
    int shorter = Math.min(image.width(), image.height());
    int inset = Math.round(share * shorter);
    int right = image.width() - 1 - inset;
    int bottom = image.height() - 1 - inset;
    float[] ring = new float[2 * (right - inset + 1) + 2 * (bottom - inset + 1)];
    int count = 0;
    for (int x = inset; x <= right; x++) {
      ring[count++] = image.values()[inset * image.width() + x];
      ring[count++] = image.values()[bottom * image.width() + x];
    }
    for (int y = inset; y <= bottom; y++) {
      ring[count++] = image.values()[y * image.width() + inset];
      ring[count++] = image.values()[y * image.width() + right];
    }
    Arrays.sort(ring);
    return ring;
  }

  /** How far apart the medians of small squares of paper are: how the light falls off. */
  private static float spread(GreyImage image, float level) {
    int columns = image.width() / BLOCK;
    int rows = image.height() / BLOCK;
    float[] medians = new float[columns * rows];
    int count = 0;
    for (int i = 0; i < medians.length; i++) {
      int left = i % columns * BLOCK;
      int top = i / columns * BLOCK;
      float[] block = image.part(new Box(left, top, left + BLOCK, top + BLOCK)).values();
      Arrays.sort(block);
      float median = block[block.length / 2];
      if (Math.abs(median - level) < 2.5f * NEAR) {
        medians[count++] = median;
      }
    }
    Arrays.sort(medians, 0, count);
    return count == 0 ? 0 : medians[count - 1 - count / 20] - medians[count / 20];
  }

  private static boolean isDarker(float[] values, float level) {
    double sum = 0;
    for (float value : values) {
      float apart = value - level;
      sum += apart * Math.abs(apart);
    }
    return sum == 0 ? level > 0.5f : sum < 0;
  }

  /** True if there are two levels, paper and ink, and little between and beyond. */
  private static boolean isClean(float[] values, float level, boolean dark, boolean soft) {
    float most = most(values, level, dark);
    int beyond = 0;
    int between = 0;
    int strong = 0;
    for (float value : values) {
      float ink = dark ? level - value : value - level;
      beyond += ink < -1.5f * NEAR ? 1 : 0;
      strong += ink >= most / 2 ? 1 : 0;
      between += ink > NEAR && ink < most / 2 ? 1 : 0;
    }
    return beyond < 0.02 * values.length
        && (between < (soft ? 2 : 0.25) * strong || between < 0.02 * values.length);
  }

  /** True if what lies on the edge without being paper is as strong as any ink: no shadow. */
  private static boolean isInk(float[] ring, float most, float level, boolean dark) {
    int strong = 0;
    int weak = 0;
    for (float value : ring) {
      float ink = dark ? level - value : value - level;
      strong += ink > 0.6f * most ? 1 : 0;
      weak += ink > 2 * NEAR && ink <= 0.6f * most ? 1 : 0;
    }
    return most > STRONG && weak <= strong;
  }

  private static float most(float[] values, float level, boolean dark) {
    float most = 0;
    for (float value : values) {
      most = Math.max(most, dark ? level - value : value - level);
    }
    return most;
  }
}
