package org.aeworkbench.pictures.formats;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import org.aeworkbench.pictures.formats.Thinner.Channels;

/** BMP, by Java's reader, a strip of rows at a time. */
final class BmpDecoder {
  private static final int STRIP_PIXELS = 4_000_000;

  private final BmpHeader header;
  private final byte[] bmp;

  private BmpDecoder(byte[] bmp) throws IOException {
    this.bmp = bmp;
    header = BmpHeader.of(bmp);
  }

  /**
   * @throws IOException if it is damaged or rows are missing
   */
  static Decoded decode(byte[] bmp) throws IOException {
    return new BmpDecoder(bmp).decode();
  }

  private Decoded decode() throws IOException {
    if (header.width() < 1 || header.height() < 1) {
      throw new IOException("no pixels");
    }
    if (header.isWrapper()) {
      throw new RefusedException(
          "is a BMP that holds a JPEG or PNG, which is not read.", "Save it as JPEG or PNG.");
    }
    Limits.check(
        header.width(), header.height(), header.isPlain() ? Limits.PIXELS : Limits.WHOLE_PIXELS);
    if (header.isPlain()
        && header.dataOffset() + header.dataBytes() - header.padding() > bmp.length) {
      throw new IOException("rows are missing");
    }
    int rows = header.isPlain() ? Math.max(1, STRIP_PIXELS / header.width()) : header.height();
    boolean alpha = hasAlpha(rows);
    Thinner thinner =
        Thinner.ofRows(header.width(), header.height(), alpha ? Channels.RGB_ALPHA : Channels.RGB);
    for (int y = 0; y < header.height(); y += rows) {
      thinner.add(strip(y, rows), 0, y);
    }
    return new Decoded(thinner.picture(), Orientation.UPRIGHT);
  }

  /** Many programs leave the fourth byte zero: a picture that is transparent throughout is not. */
  private boolean hasAlpha(int rows) throws IOException {
    if (header.bits() != 16 && header.bits() != 32) {
      return false;
    }
    int[] argb = new int[header.width()];
    for (int y = 0; y < header.height(); y += rows) {
      BufferedImage strip = strip(y, rows);
      if (!strip.getColorModel().hasAlpha()) {
        return false;
      }
      for (int i = 0; i < strip.getHeight(); i++) {
        strip.getRGB(0, i, argb.length, 1, argb, 0, argb.length);
        for (int pixel : argb) {
          if (pixel >>> 24 != 0) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private BufferedImage strip(int top, int rows) throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName("bmp").next();
    ByteBuffer padding = ByteBuffer.allocate(header.padding());
    try (SlicedInput input = new SlicedInput(List.of(ByteBuffer.wrap(bmp), padding))) {
      reader.setInput(input, false, true);
      ImageReadParam strip = reader.getDefaultReadParam();
      strip.setSourceRegion(new Rectangle(0, top, header.width(), rows));
      return reader.read(0, strip);
    } finally {
      reader.dispose();
    }
  }
}
