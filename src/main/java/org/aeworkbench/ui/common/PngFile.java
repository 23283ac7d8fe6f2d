package org.aeworkbench.ui.common;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import javafx.scene.image.Image;
import javax.imageio.ImageIO;
import org.aeworkbench.files.AtomicFile;

/** Writes pictures of the window. */
public final class PngFile {
  private PngFile() {}

  /**
   * Writes a PNG file, wholly or not at all. May be called on any thread, with an image that nobody
   * draws on any more.
   *
   * @throws org.aeworkbench.problem.ProblemException if that is not possible
   */
  public static void write(Image image, Path file) {
    BufferedImage copy = Images.buffered(image);
    AtomicFile.write(file, out -> ImageIO.write(copy, "png", out));
  }
}
