package org.aeworkbench.pictures.formats;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import org.aeworkbench.pictures.formats.Thinner.Channels;

/** The screen of an animation, thinned: transparent at first, frame after frame is laid on it. */
final class Canvas {
  private final int width;
  private final int height;
  private final int step;
  private final int columns;
  private final int[] pixels;

  Canvas(int width, int height) {
    this.width = width;
    this.height = height;
    step = Limits.step(width, height);
    columns = (int) Limits.thinned(width, step);
    pixels = new int[columns * (int) Limits.thinned(height, step)];
  }

  /** What is seen while a frame is shown. */
  BufferedImage show(BufferedImage image, Frame frame) {
    BufferedImage layer = layer(image, frame);
    int[] laid = pixels.clone();
    int[] over = ((DataBufferInt) layer.getRaster().getDataBuffer()).getData();
    if (!frame.blended()) {
      clear(laid, frame);
    }
    for (int i = 0; i < laid.length; i++) {
      laid[i] = blended(laid[i], over[i]);
    }
    if (frame.after() != Frame.After.BACK) {
      System.arraycopy(laid, 0, pixels, 0, laid.length);
    }
    if (frame.after() == Frame.After.CLEAR) {
      clear(pixels, frame);
    }
    return picture(laid);
  }

  private BufferedImage layer(BufferedImage image, Frame frame) {
    Thinner thinner = Thinner.ofRows(width, height, Channels.RGB_ALPHA);
    thinner.add(image, frame.left(), frame.top());
    return thinner.picture();
  }

  private void clear(int[] argb, Frame frame) {
    int right = Math.min(width, frame.left() + frame.width());
    int bottom = Math.min(height, frame.top() + frame.height());
    for (int y = frame.top() / step; y * step < bottom; y++) {
      for (int x = frame.left() / step; x * step < right; x++) {
        argb[y * columns + x] = 0;
      }
    }
  }

  private BufferedImage picture(int[] argb) {
    boolean opaque = true;
    for (int pixel : argb) {
      opaque &= pixel >>> 24 == 255;
    }
    int type = opaque ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB;
    BufferedImage picture = new BufferedImage(columns, argb.length / columns, type);
    System.arraycopy(
        argb, 0, ((DataBufferInt) picture.getRaster().getDataBuffer()).getData(), 0, argb.length);
    return picture;
  }

  /** Porter and Duff's “over”, colours not multiplied by their opacity. */
  private static int blended(int under, int over) {
    int opacity = over >>> 24;
    if (opacity == 255 || under >>> 24 == 0) {
      return over;
    }
    if (opacity == 0) {
      return under;
    }
    int rest = (under >>> 24) * (255 - opacity);
    int both = opacity * 255 + rest;
    int argb = (both + 127) / 255 << 24;
    for (int shift = 0; shift < 24; shift += 8) {
      int sum = (over >> shift & 0xFF) * opacity * 255 + (under >> shift & 0xFF) * rest;
      argb |= (sum + both / 2) / both << shift;
    }
    return argb;
  }
}
