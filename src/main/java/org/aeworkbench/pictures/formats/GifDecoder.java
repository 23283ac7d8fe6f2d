package org.aeworkbench.pictures.formats;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import org.jspecify.annotations.Nullable;

/** GIF, by Java's reader: the first picture with ink, as a browser shows it. */
final class GifDecoder {
  /** Pixels of all frames that are looked at. */
  private static final long MOST_PIXELS = 2 * Limits.WHOLE_PIXELS;

  private static final int MOST_FRAMES = 1000;

  /** So many rows may be missing at the end: a sixteenth, the last block. Browsers show more. */
  private static final int MISSING = 16;

  private GifDecoder() {}

  /**
   * @throws IOException if the first frame is damaged or lacks rows
   */
  static Decoded decode(byte[] gif) throws IOException {
    GifBlocks blocks = new GifBlocks(gif);
    List<Frame> frames = blocks.frames();
    if (frames.isEmpty() || blocks.width() == 0 || blocks.height() == 0) {
      throw new IOException("no frame");
    }
    Limits.check(blocks.width(), blocks.height(), Limits.WHOLE_PIXELS);
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    FirstInk ink = new FirstInk();
    try (SlicedInput input = blocks.input()) {
      reader.setInput(input, true, true);
      Canvas canvas = new Canvas(blocks.width(), blocks.height());
      long pixels = 0;
      for (int i = 0; i < Math.min(frames.size(), MOST_FRAMES) && !ink.isFound(); i++) {
        Frame frame = frames.get(i);
        pixels += (long) frame.width() * frame.height();
        BufferedImage image = pixels > MOST_PIXELS ? null : image(reader, i, frame);
        if (image == null) {
          break;
        }
        ink.look(canvas.show(image, frame));
      }
    } finally {
      reader.dispose();
    }
    BufferedImage picture = ink.picture();
    if (picture == null) {
      throw new IOException("rows are missing");
    }
    return new Decoded(picture, Orientation.UPRIGHT);
  }

  /** The rows that are there; null if many are missing. */
  private static @Nullable BufferedImage image(ImageReader reader, int index, Frame frame) {
    WrittenRows rows = new WrittenRows();
    reader.removeAllIIOReadUpdateListeners();
    reader.addIIOReadUpdateListener(rows);
    BufferedImage image = null;
    try {
      image = reader.getImageTypes(index).next().createBufferedImage(frame.width(), frame.height());
      ImageReadParam param = reader.getDefaultReadParam();
      param.setDestination(image);
      reader.read(index, param);
    } catch (IOException | RuntimeException e) {
      // What is behind the last row does not matter.
    }
    boolean enough = rows.count() >= frame.height() - frame.height() / MISSING;
    return image != null && enough ? rows.filled(image) : null;
  }
}
