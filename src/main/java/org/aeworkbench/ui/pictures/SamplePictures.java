package org.aeworkbench.ui.pictures;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.aeworkbench.pictures.PictureReader;
import org.aeworkbench.problem.ProblemException;

/** Pictures that come with the workbench, for whoever has none at hand. */
final class SamplePictures {
  /** Their names. */
  static final List<String> NAMES =
      List.of(
          "seven-pen.png", "three-chalk.png", "two-photo.jpg", "five-see-through.png", "house.png");

  private static final int MAX_BYTES = 1 << 20;

  private SamplePictures() {}

  /** The bytes of one of them made a picture. */
  static java.awt.image.BufferedImage read(String name) {
    try (InputStream in = SamplePictures.class.getResourceAsStream("/assets/samples/" + name)) {
      if (in == null) {
        throw new ProblemException(name + " is missing.", "Install the workbench again.");
      }
      return PictureReader.read(in.readNBytes(MAX_BYTES), name);
    } catch (IOException e) {
      throw new ProblemException(name + " cannot be read.", "Install the workbench again.", e);
    }
  }
}
