package org.aeworkbench.pictures.formats;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import org.aeworkbench.pictures.formats.Thinner.Channels;

/** JPEG, by Java's reader: baseline and progressive; grey, YCbCr, RGB, CMYK and YCCK. */
final class JpegDecoder {
  /** The decoder holds a progressive picture's coefficients outside the heap, two bytes each. */
  private static final long MOST_COEFFICIENTS = 160_000_000;

  /** A scan goes over all pixels, however few bytes it has. */
  private static final long MOST_SCANNED = 1_000_000_000;

  private JpegDecoder() {}

  /**
   * @throws IOException if it is damaged or rows are missing
   */
  static Decoded decode(byte[] jpeg) throws IOException {
    JpegSegments segments = new JpegSegments(jpeg);
    JpegFrame frame = segments.frame();
    frame.check();
    checkScans(segments, frame);
    ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
    try (SlicedInput input = segments.input()) {
      reader.setInput(input, true, true);
      AtomicBoolean damaged = new AtomicBoolean();
      reader.addIIOReadWarningListener(
          (source, warning) -> {
            if (isDamage(warning, segments.isCutInDetail())) {
              damaged.set(true);
              source.abort();
            }
          });
      BufferedImage picture = rows(reader, frame);
      if (damaged.get()) {
        throw new IOException("rows are missing");
      }
      return new Decoded(picture, segments.orientation());
    } finally {
      reader.dispose();
    }
  }

  private static void checkScans(JpegSegments segments, JpegFrame frame) throws IOException {
    boolean tooLarge =
        segments.isHeldWhole()
            && (frame.coefficients() > MOST_COEFFICIENTS
                || segments.scans() * frame.coefficients() > MOST_SCANNED);
    if (tooLarge) {
      throw new RefusedException(
          "is a progressive JPEG of %d×%d pixels, too large to be held as a whole."
              .formatted(frame.width(), frame.height()),
          "Save it as a baseline JPEG, or smaller.");
    }
  }

  private static BufferedImage rows(ImageReader reader, JpegFrame frame) throws IOException {
    int width = frame.width();
    Channels channels = frame.components() == 1 ? Channels.GREY : Channels.RGB;
    Thinner thinner = Thinner.ofRows(width, frame.height(), channels);
    int[] samples = new int[width * channels.count];
    ImageReadParam sink = reader.getDefaultReadParam();
    sink.setDestination(
        RowSink.picture(
            width,
            frame.height(),
            colours(reader, frame),
            (row, y) -> {
              if (frame.components() == 4) {
                printed(row, samples);
              } else {
                for (int i = 0; i < samples.length; i++) {
                  samples[i] = row[i] & 0xFF;
                }
              }
              thinner.add(y, 0, 1, samples, width);
            }));
    reader.read(0, sink);
    return thinner.picture();
  }

  private static ColorSpace colours(ImageReader reader, JpegFrame frame) throws IOException {
    return switch (frame.components()) {
      case 1 -> ColorSpace.getInstance(ColorSpace.CS_GRAY);
      case 3 -> ColorSpace.getInstance(ColorSpace.CS_sRGB);
      default -> reader.getImageTypes(0).next().getColorModel().getColorSpace();
    };
  }

  /** Inks on white paper as the plain product, which is near enough for grey levels. */
  private static void printed(byte[] inks, int[] rgb) {
    for (int from = 0, to = 0; to < rgb.length; from += 4) {
      int black = 255 - (inks[from + 3] & 0xFF);
      for (int c = 0; c < 3; c++) {
        rgb[to++] = ((255 - (inks[from + c] & 0xFF)) * black + 127) / 255;
      }
    }
  }

  /**
   * Java's decoder only warns of missing data and fills the rest with grey. Bytes too many before
   * the end are none of that.
   */
  private static boolean isDamage(String warning, boolean endMayCome) {
    if (endMayCome && warning.contains("premature end of data segment")) {
      return false;
    }
    boolean beforeEnd = warning.contains("extraneous") && warning.endsWith("0xd9");
    return !beforeEnd && (warning.contains("Corrupt") || warning.contains("Premature"));
  }
}
