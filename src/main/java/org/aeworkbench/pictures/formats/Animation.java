package org.aeworkbench.pictures.formats;

import java.awt.image.BufferedImage;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Plays an animation until a picture with ink is seen, within bounds. */
final class Animation {
  /** Pixels of all frames that are looked at. */
  private static final long MOST_PIXELS = 2 * Limits.WHOLE_PIXELS;

  private static final int MOST_FRAMES = 1000;

  /** Decodes the frames of a format. */
  interface Frames {
    /** How many there are. */
    int count();

    /** Where one lies. */
    Frame frame(int index);

    /** A frame's picture; null if it is damaged. */
    @Nullable BufferedImage image(int index);
  }

  private Animation() {}

  /**
   * The first picture with ink, as a browser shows it.
   *
   * @param width of the screen
   * @param height of the screen
   * @throws IOException if the first frame is damaged
   */
  static BufferedImage firstInk(int width, int height, Frames frames) throws IOException {
    if (width < 1 || height < 1 || frames.count() == 0) {
      throw new IOException("no frame");
    }
    Limits.check(width, height, Limits.WHOLE_PIXELS);
    Canvas canvas = new Canvas(width, height);
    FirstInk ink = new FirstInk();
    long pixels = 0;
    for (int i = 0; i < Math.min(frames.count(), MOST_FRAMES) && !ink.isFound(); i++) {
      Frame frame = frames.frame(i);
      pixels += (long) frame.width() * frame.height();
      BufferedImage image = pixels > MOST_PIXELS ? null : frames.image(i);
      if (image == null) {
        break;
      }
      ink.look(canvas.show(image, frame));
    }
    BufferedImage picture = ink.picture();
    if (picture == null) {
      throw new IOException("the first frame");
    }
    return picture;
  }
}
