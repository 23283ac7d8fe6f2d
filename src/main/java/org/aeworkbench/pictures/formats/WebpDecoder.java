package org.aeworkbench.pictures.formats;

import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.jspecify.annotations.Nullable;

/** WebP, by TwelveMonkeys' reader: lossy and lossless, with alpha, animated. */
final class WebpDecoder {
  private WebpDecoder() {}

  /**
   * @throws IOException if it is damaged or cut short
   */
  static Decoded decode(byte[] webp) throws IOException {
    WebpChunks chunks = new WebpChunks(webp);
    BufferedImage picture;
    if (chunks.isStill()) {
      picture = Thinner.thinned(read(chunks.still()));
    } else {
      picture = Animation.firstInk(chunks.width(), chunks.height(), new Frames(chunks));
    }
    return new Decoded(picture, chunks.orientation());
  }

  private static BufferedImage read(SlicedInput file) throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName("webp").next();
    try {
      reader.setInput(file, true, true);
      Limits.check(reader.getWidth(0), reader.getHeight(0), Limits.WHOLE_PIXELS);
      return reader.read(0);
    } finally {
      reader.dispose();
    }
  }

  private record Frames(WebpChunks chunks) implements Animation.Frames {
    @Override
    public int count() {
      return chunks.animation().size();
    }

    @Override
    public Frame frame(int index) {
      return chunks.animation().get(index).frame();
    }

    @Override
    public @Nullable BufferedImage image(int index) {
      try {
        return read(chunks.animation().get(index).input());
      } catch (IOException | RuntimeException e) {
        return null;
      }
    }
  }
}
