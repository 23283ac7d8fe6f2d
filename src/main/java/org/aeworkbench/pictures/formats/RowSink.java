package org.aeworkbench.pictures.formats;

import java.awt.Point;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.function.ObjIntConsumer;

/**
 * A picture for a reader to write to that keeps nothing: every row goes on to a receiver. So a
 * picture of any size is read at full resolution within the memory of a row, once, where reading it
 * region by region would decode it from the start each time.
 */
final class RowSink extends WritableRaster {
  private final ObjIntConsumer<byte[]> receiver;
  private byte[] samples = {};

  private RowSink(
      int width, int height, int bands, int[] offsets, ObjIntConsumer<byte[]> receiver) {
    super(
        new PixelInterleavedSampleModel(
            DataBuffer.TYPE_BYTE, width, height, bands, bands * width, offsets),
        new DataBufferByte(1),
        new Point());
    this.receiver = receiver;
  }

  /**
   * A picture of eight bits a sample.
   *
   * @param colours 1, 3 or 4 (cyan, magenta, yellow, black)
   * @param receiver gets the bytes of a whole row, not to be kept, and its number
   */
  static BufferedImage picture(
      int width, int height, ColorSpace colours, ObjIntConsumer<byte[]> receiver) {
    int bands = colours.getNumComponents();
    int[] offsets = new int[bands];
    for (int i = 0; i < bands; i++) {
      offsets[i] = i;
    }
    ComponentColorModel model =
        new ComponentColorModel(
            colours, false, false, ComponentColorModel.OPAQUE, DataBuffer.TYPE_BYTE);
    RowSink sink = new RowSink(width, height, bands, offsets, receiver);
    return new BufferedImage(model, sink, false, null);
  }

  @Override
  public void setRect(int x, int y, Raster row) {
    samples =
        (byte[]) row.getDataElements(0, 0, row.getWidth(), 1, samples.length == 0 ? null : samples);
    receiver.accept(samples, y);
  }
}
