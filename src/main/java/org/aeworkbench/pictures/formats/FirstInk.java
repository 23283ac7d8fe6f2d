package org.aeworkbench.pictures.formats;

import java.awt.image.BufferedImage;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the picture of an animation that is looked at: the first one with ink. Where something
 * fades in, the first ones hardly differ from the paper: a later picture is better if its contrast
 * is more than twice as high.
 */
final class FirstInk {
  private static final float PLAIN = 0.5f;

  private @Nullable BufferedImage best;
  private float contrast = -1;

  /** The next picture. */
  void look(BufferedImage picture) {
    float its = contrast(picture);
    if (its > 2 * contrast) {
      best = picture;
      contrast = its;
    }
  }

  /** True if no later picture can be better. */
  boolean isFound() {
    return contrast >= PLAIN;
  }

  /** The chosen one; null if there was none. */
  @Nullable BufferedImage picture() {
    return best;
  }

  /** The largest range of a channel, 0…1; what is transparent has no colour but its opacity. */
  private static float contrast(BufferedImage picture) {
    int width = picture.getWidth();
    int[] row = new int[width];
    int[] low = {255, 255, 255, 255};
    int[] high = new int[4];
    for (int y = 0; y < picture.getHeight(); y++) {
      picture.getRGB(0, y, width, 1, row, 0, width);
      for (int argb : row) {
        for (int c = argb >>> 24 == 0 ? 3 : 0; c < 4; c++) {
          int value = argb >>> 8 * c & 0xFF;
          low[c] = Math.min(low[c], value);
          high[c] = Math.max(high[c], value);
        }
      }
    }
    int range = 0;
    for (int c = 0; c < 4; c++) {
      range = Math.max(range, high[c] - low[c]);
    }
    return range / 255f;
  }
}
