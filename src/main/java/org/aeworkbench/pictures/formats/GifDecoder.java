package org.aeworkbench.pictures.formats;

import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import org.jspecify.annotations.Nullable;

/** GIF, by Java's reader. */
final class GifDecoder {
  /** So many rows may be missing at the end: a sixteenth, the last block. Browsers show more. */
  private static final int MISSING = 16;

  private GifDecoder() {}

  /**
   * @throws IOException if the first frame is damaged or lacks rows
   */
  static Decoded decode(byte[] gif) throws IOException {
    GifBlocks blocks = new GifBlocks(gif);
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    try (SlicedInput input = blocks.input()) {
      reader.setInput(input, true, true);
      BufferedImage picture =
          Animation.firstInk(blocks.width(), blocks.height(), new Frames(blocks, reader));
      return new Decoded(picture, Orientation.UPRIGHT);
    } finally {
      reader.dispose();
    }
  }

  private record Frames(GifBlocks blocks, ImageReader reader) implements Animation.Frames {
    @Override
    public int count() {
      return blocks.frames().size();
    }

    @Override
    public Frame frame(int index) {
      return blocks.frames().get(index);
    }

    @Override
    public @Nullable BufferedImage image(int index) {
      Frame frame = frame(index);
      WrittenRows rows = new WrittenRows();
      reader.removeAllIIOReadUpdateListeners();
      reader.addIIOReadUpdateListener(rows);
      BufferedImage image = null;
      try {
        image =
            reader.getImageTypes(index).next().createBufferedImage(frame.width(), frame.height());
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
}
