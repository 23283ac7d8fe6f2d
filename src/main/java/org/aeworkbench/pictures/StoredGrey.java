package org.aeworkbench.pictures;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * Grey pictures as they were stored. Java takes grey samples for linear light and brightens them
 * when it is asked for colours (127 becomes 187); every other program takes them for what a screen
 * shows.
 */
final class StoredGrey {
  private StoredGrey() {}

  /** The picture itself, or what a grey one would be if it had been stored in colour. */
  static BufferedImage asColour(BufferedImage picture) {
    boolean grey =
        picture.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY
            && !(picture.getColorModel() instanceof IndexColorModel);
    if (!grey) {
      return picture;
    }
    boolean alpha = picture.getColorModel().hasAlpha();
    int type = alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
    BufferedImage colour = new BufferedImage(picture.getWidth(), picture.getHeight(), type);
    Raster samples = picture.getRaster();
    int bits = picture.getColorModel().getComponentSize(0);
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        int level = eightBits(samples.getSample(x, y, 0), bits);
        int opacity = alpha ? eightBits(samples.getSample(x, y, 1), bits) : 255;
        colour.setRGB(x, y, opacity << 24 | level << 16 | level << 8 | level);
      }
    }
    return colour;
  }

  private static int eightBits(int sample, int bits) {
    return bits == 8 ? sample : (int) (sample * 255L / ((1L << bits) - 1));
  }
}
