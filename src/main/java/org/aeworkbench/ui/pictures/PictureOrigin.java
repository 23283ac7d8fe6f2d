package org.aeworkbench.ui.pictures;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import org.aeworkbench.pictures.PackedPicture;
import org.aeworkbench.pictures.PictureReader;

/**
 * Where a picture is had from, as often as it is needed: thousands of them are not kept in memory.
 */
public sealed interface PictureOrigin {
  /**
   * The picture in full. Takes up to a second; not for the FX thread.
   *
   * @return not to be written to
   * @throws org.aeworkbench.problem.ProblemException if it cannot be had any more
   */
  BufferedImage read();

  /** A file. */
  record OfFile(Path file) implements PictureOrigin {
    @Override
    public BufferedImage read() {
      return PictureReader.read(file);
    }
  }

  /** Pasted, or taken from another program: there is no file. */
  record InMemory(PackedPicture picture) implements PictureOrigin {
    @Override
    public BufferedImage read() {
      return picture.read();
    }
  }
}
