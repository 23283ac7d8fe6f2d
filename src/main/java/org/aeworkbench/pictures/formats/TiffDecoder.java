package org.aeworkbench.pictures.formats;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;

/** TIFF, the first page, by Java's reader: what is stored in strips is read in strips. */
final class TiffDecoder {
  /** Of samples that are held at once. */
  private static final long MOST_BYTES = 100_000_000;

  private static final int PART_BYTES = 16_000_000;
  private static final int DIFFERENCES = 2;
  private static final int WHITE_IS_ZERO = 0;
  private static final String REMEDY = "Save it as JPEG or PNG.";

  private final ImageReader reader;
  private final ColorModel model;
  private final int width;
  private final int height;
  private final boolean differences;

  private TiffDecoder(TiffDirectory directory, ImageReader reader) throws IOException {
    this.reader = reader;
    width = reader.getWidth(0);
    height = reader.getHeight(0);
    if (width < 1 || height < 1) {
      throw new IOException("no pixels");
    }
    Limits.check(width, height, Limits.PIXELS);
    model = reader.getImageTypes(0).next().getColorModel();
    if (model.getTransferType() > DataBuffer.TYPE_USHORT) {
      throw new RefusedException(
          "is a TIFF of numbers that are no levels of grey or colour.", REMEDY);
    }
    differences = isOfDifferences(directory) && model.getComponentSize(0) == 16;
  }

  /**
   * @throws IOException if it is damaged or rows are missing
   */
  static Decoded decode(byte[] tiff) throws IOException {
    TiffDirectory directory = new TiffDirectory(tiff);
    ImageReader reader = ImageIO.getImageReadersByFormatName("tiff").next();
    try (SlicedInput input = new SlicedInput(List.of(ByteBuffer.wrap(tiff)))) {
      reader.setInput(input, false, true);
      TiffDecoder decoder = new TiffDecoder(directory, reader);
      if (decoder.differences) {
        try (SlicedInput plain = withoutPredictor(tiff, directory)) {
          reader.setInput(plain, false, true);
          return new Decoded(decoder.rows(), Orientation.ofTiff(tiff));
        }
      }
      return new Decoded(decoder.rows(), Orientation.ofTiff(tiff));
    } catch (IIOException e) {
      throw isUnknown(e)
          ? new RefusedException("is a TIFF of a kind that is not read.", REMEDY)
          : e;
    } finally {
      reader.dispose();
    }
  }

  private static boolean isUnknown(IIOException e) {
    String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    return message.contains("not supported") || message.contains("unsupported");
  }

  private static boolean isOfDifferences(TiffDirectory directory) {
    // Where white is zero Java turns the differences round.
    return directory.value(TiffDirectory.PREDICTOR, 1) == DIFFERENCES
        && directory.value(TiffDirectory.PHOTOMETRIC, 1) != WHITE_IS_ZERO;
  }

  private static SlicedInput withoutPredictor(byte[] tiff, TiffDirectory directory) {
    int value = directory.entry(TiffDirectory.PREDICTOR) + 8;
    ByteBuffer none = ByteBuffer.allocate(2).order(directory.order()).putShort(0, (short) 1);
    return new SlicedInput(
        List.of(
            ByteBuffer.wrap(tiff, 0, value),
            none,
            ByteBuffer.wrap(tiff, value + 2, tiff.length - value - 2)));
  }

  private BufferedImage rows() throws IOException {
    int tile = reader.getTileWidth(0);
    TiffRows rows = new TiffRows(width, height, model, differences ? tile : 0);
    int atOnce = Math.min(height, rowsAtOnce());
    for (int y = 0; y < height; y += atOnce) {
      ImageReadParam part = reader.getDefaultReadParam();
      part.setSourceRegion(new Rectangle(0, y, width, Math.min(atOnce, height - y)));
      rows.add(reader.read(0, part), y);
    }
    return rows.picture();
  }

  /** A strip or row of tiles is unpacked as a whole, for every part that is read of it. */
  private int rowsAtOnce() throws IOException {
    long rowBytes = Math.max(1, (long) width * model.getPixelSize() / 8);
    int stored = Math.clamp(reader.getTileHeight(0), 1, height);
    if (stored * rowBytes > MOST_BYTES) {
      throw Limits.tooLarge(
          "announces %d×%d pixels in strips of %d rows, each more than %d MB."
              .formatted(width, height, stored, MOST_BYTES / 1_000_000));
    }
    return stored * (int) Math.max(1, PART_BYTES / (stored * rowBytes));
  }
}
