package org.aeworkbench.pictures.formats;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * PNG (third edition), all colour types, depths and both interlace methods, and Apple's variant of
 * it. Java's own reader takes neither that nor a file without its end, unpacks texts and profiles
 * of any size, and can thin only by leaving pixels out.
 */
final class PngDecoder {
  /** Unpacked rows: 108 megapixels of red, green and blue. */
  private static final long MOST_BYTES = 330_000_000;

  private static final int[][] ONE_PASS = {{0, 0, 1, 1}};

  /** First column, first row, columns apart, rows apart (Adam7). */
  private static final int[][] ADAM7 = {
    {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
  };

  private PngDecoder() {}

  /**
   * @throws IOException if it is damaged or rows are missing
   */
  static Decoded decode(byte[] png) throws IOException {
    @Nullable PngChunks chunks = PngChunks.of(png);
    if (chunks == null) {
      throw new IOException("no header");
    }
    int width = chunks.header().getInt(0);
    int height = chunks.header().getInt(4);
    int interlace = chunks.header().get(12);
    if (width < 1 || height < 1 || interlace < 0 || interlace > 1) {
      throw new IOException("header");
    }
    Limits.check(width, height, Limits.PIXELS);
    PngColours colours = new PngColours(chunks);
    long bytes = (long) height * rowBytes(width, colours);
    if (bytes > MOST_BYTES) {
      throw Limits.tooLarge(
          "announces %d×%d pixels of %d bits, more than %d MB."
              .formatted(width, height, colours.pixelBits(), MOST_BYTES / 1_000_000));
    }
    boolean interlaced = interlace == 1;
    Thinner thinner = new Thinner(width, height, colours.asChannels(), colours.most(), interlaced);
    try (PngRows rows =
        new PngRows(chunks.data(), chunks.ofApple(), (colours.pixelBits() + 7) / 8)) {
      int[] samples = new int[width * colours.asChannels().count];
      for (int[] pass : interlaced ? ADAM7 : ONE_PASS) {
        int pixels = (width - pass[0] + pass[2] - 1) / pass[2];
        if (pixels > 0) {
          rows.startPass((int) rowBytes(pixels, colours));
          for (int y = pass[1]; y < height; y += pass[3]) {
            colours.samples(rows.next(), pixels, samples);
            thinner.add(y, pass[0], pass[2], samples, pixels);
          }
        }
      }
      rows.checkEnd();
    }
    return new Decoded(thinner.picture(), Orientation.ofTiff(chunks.exif()));
  }

  private static long rowBytes(int pixels, PngColours colours) {
    return ((long) pixels * colours.pixelBits() + 7) / 8;
  }
}
