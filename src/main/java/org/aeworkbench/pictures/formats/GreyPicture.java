package org.aeworkbench.pictures.formats;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

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

  /** True if Java would brighten the picture's samples. */
  static boolean isOfJavasTypes(BufferedImage picture) {
    return !(picture.getColorModel() instanceof IndexColorModel)
        && picture.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY;
  }

  /** A row of such a picture as it was stored, packed as colours. */
  static void row(BufferedImage picture, int y, int[] argb) {
    ColorModel model = picture.getColorModel();
    Raster raster = picture.getRaster();
    int most = (1 << model.getComponentSize(0)) - 1;
    for (int x = 0; x < argb.length; x++) {
      int level = SampleRange.eightBits(raster.getSample(x, y, 0), most);
      int opacity = model.hasAlpha() ? SampleRange.eightBits(raster.getSample(x, y, 1), most) : 255;
      if (model.isAlphaPremultiplied() && opacity > 0) {
        level = Math.min(255, level * 255 / opacity);
      }
      argb[x] = opacity << 24 | level << 16 | level << 8 | level;
    }
  }
}
