package org.aeworkbench.pictures;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A picture that no file holds, kept as a PNG in memory: a screenshot takes a tenth so. */
public final class PackedPicture {
  /** Larger ones are thinned: as large as a file's become. */
  private static final int SIDE = 4096;

  private final byte[] png;

  private PackedPicture(byte[] png) {
    this.png = png;
  }

  /** Packs a picture; takes up to a second. */
  public static PackedPicture of(BufferedImage picture) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      if (!ImageIO.write(Thumbnails.within(picture, SIDE), "png", out)) {
        throw new IOException("no writer of PNG");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new PackedPicture(bytes.toByteArray());
  }

  /** The picture, anew with every call. */
  public BufferedImage read() {
    return PictureReader.read(png, "The pasted picture");
  }

  /** How many bytes it takes. */
  int size() {
    return png.length;
  }
}
