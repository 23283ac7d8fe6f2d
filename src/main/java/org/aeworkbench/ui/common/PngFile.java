package org.aeworkbench.ui.common;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.file.Path;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javax.imageio.ImageIO;
import org.aeworkbench.files.AtomicFile;

/** Writes pictures of the window, without the Swing bridge of JavaFX. */
public final class PngFile {
  private PngFile() {}

  /**
   * Writes a PNG file, wholly or not at all. May be called on any thread, with an image that nobody
   * draws on any more.
   *
   * @throws org.aeworkbench.problem.ProblemException if that is not possible
   */
  public static void write(Image image, Path file) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    int[] pixels = ((DataBufferInt) copy.getRaster().getDataBuffer()).getData();
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    AtomicFile.write(file, out -> ImageIO.write(copy, "png", out));
  }
}
