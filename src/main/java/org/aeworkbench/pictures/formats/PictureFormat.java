package org.aeworkbench.pictures.formats;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The formats that are read, each known by how its files begin.
 *
 * <p>No header is believed: sizes are checked before anything is allocated. A picture that holds
 * all its rows is read, whatever stands behind them or is missing there.
 */
public enum PictureFormat {
  /** Portable Network Graphics. */
  PNG(PngDecoder::decode),
  /** JPEG. */
  JPEG(JpegDecoder::decode),
  /** Graphics Interchange Format. */
  GIF(GifDecoder::decode),
  /** Windows' bitmaps. */
  BMP(BmpDecoder::decode),
  /** Google's WebP. */
  WEBP(WebpDecoder::decode),
  /** Tag Image File Format. */
  TIFF(TiffDecoder::decode);

  private interface Decoder {
    Decoded decode(byte[] file) throws IOException;
  }

  private final Decoder decoder;

  PictureFormat(Decoder decoder) {
    this.decoder = decoder;
  }

  /** The format of a file; empty if it is none of these. */
  public static Optional<PictureFormat> of(byte[] file) {
    if (begins(file, 0, "\u0089PNG\r\n\u001A\n")) {
      return Optional.of(PNG);
    }
    if (begins(file, 0, "\u00FF\u00D8\u00FF")) {
      return Optional.of(JPEG);
    }
    if (begins(file, 0, "GIF8")) {
      return Optional.of(GIF);
    }
    if (begins(file, 0, "RIFF") && begins(file, 8, "WEBP")) {
      return Optional.of(WEBP);
    }
    if (begins(file, 0, "II*\0") || begins(file, 0, "MM\0*")) {
      return Optional.of(TIFF);
    }
    return begins(file, 0, "BM") ? Optional.of(BMP) : Optional.empty();
  }

  /**
   * Reads a file. Large pictures are thinned while they are read, so that the heap holds the file,
   * what is returned and at most twice as much beside it.
   *
   * @return upright, its longer side at most 4096 pixels and all of them at most 8 million; grey
   *     ones have a palette of 256 levels
   * @throws RefusedException if it is too large or of a kind that is not read
   * @throws IOException if it is damaged or rows are missing
   */
  public BufferedImage read(byte[] file) throws IOException {
    try {
      Decoded decoded = decoder.decode(file);
      return decoded.orientation().applyTo(decoded.picture());
    } catch (RuntimeException e) {
      // Decoders answer to damaged files with whatever exception they stumble into.
      throw new IOException(e);
    }
  }

  static boolean begins(byte[] file, int at, String bytes) {
    byte[] wanted = bytes.getBytes(StandardCharsets.ISO_8859_1);
    return file.length >= at + wanted.length
        && Arrays.equals(file, at, at + wanted.length, wanted, 0, wanted.length);
  }
}
