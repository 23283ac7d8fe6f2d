package org.aeworkbench.pictures.formats;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import org.aeworkbench.pictures.formats.Thinner.Channels;

/**
 * Hands parts of a TIFF's picture on as they were stored, with up to 16 bits a sample; palettes and
 * inks as Java converts them.
 */
final class TiffRows {
  private final boolean asStored;
  private final int bits;
  private final int differencesWithin;
  private final Thinner thinner;

  /**
   * @param differencesWithin columns of a tile in which a sample is the difference to the one
   *     before it; 0 if samples are samples
   */
  TiffRows(int width, int height, ColorModel model, int differencesWithin) {
    this.differencesWithin = differencesWithin;
    int space = model.getColorSpace().getType();
    boolean grey = space == ColorSpace.TYPE_GRAY;
    asStored =
        !(model instanceof IndexColorModel)
            && !model.isAlphaPremultiplied()
            && (grey || space == ColorSpace.TYPE_RGB);
    bits = model.getComponentSize(0);
    thinner = new Thinner(width, height, channels(model.hasAlpha(), grey), most(), false);
  }

  private Channels channels(boolean alpha, boolean grey) {
    if (asStored && grey) {
      return alpha ? Channels.GREY_ALPHA : Channels.GREY;
    }
    return alpha ? Channels.RGB_ALPHA : Channels.RGB;
  }

  private int most() {
    return asStored && bits > 8 ? 65_535 : 255;
  }

  void add(BufferedImage part, int top) {
    if (!asStored) {
      thinner.add(part, 0, top);
      return;
    }
    Raster raster = part.getRaster();
    int bands = raster.getNumBands();
    int[] samples = new int[raster.getWidth() * bands];
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getPixels(0, y, raster.getWidth(), 1, samples);
      if (differencesWithin > 0) {
        sum(samples, bands);
      }
      if (bits != 8 && bits != 16) {
        for (int i = 0; i < samples.length; i++) {
          samples[i] = samples[i] * most() / ((1 << bits) - 1);
        }
      }
      thinner.add(top + y, 0, 1, samples, raster.getWidth());
    }
  }

  /** TIFF's horizontal differencing (section 14), which Java undoes for eight bits only. */
  private void sum(int[] samples, int bands) {
    for (int i = bands; i < samples.length; i++) {
      if (i / bands % differencesWithin != 0) {
        samples[i] = samples[i] + samples[i - bands] & 0xFFFF;
      }
    }
  }

  BufferedImage picture() {
    return thinner.picture();
  }
}
