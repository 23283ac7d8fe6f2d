package org.aeworkbench.pictures.formats;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;

/**
 * Grey pictures of one byte a pixel whose colours are the levels that were stored. Java takes grey
 * samples of its own grey types for linear light and brightens them when it is asked for colours
 * (127 becomes 187); every other program takes them for what a screen shows.
 */
final class GreyPicture {
  private GreyPicture() {}

  /** A black one; its data buffer's bytes are the levels. */
  static BufferedImage of(int width, int height) {
    byte[] levels = new byte[256];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = (byte) i;
    }
    IndexColorModel palette = new IndexColorModel(8, 256, levels, levels, levels);
    return new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, palette);
  }
}
