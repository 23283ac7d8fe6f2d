package org.aeworkbench.ui.pictures;

import java.awt.image.BufferedImage;
import java.util.List;
import org.aeworkbench.pictures.DigitPicture;
import org.aeworkbench.pictures.Thumbnails;

/**
 * All that is to be seen of one picture; not kept for others than the one that is looked at.
 *
 * @param id of the picture
 * @param seen what the network sees
 * @param source the picture itself, small; not to be written to
 * @param steps after each of all steps, small; not to be written to
 */
record PictureLook(long id, SeenDigit seen, BufferedImage source, List<BufferedImage> steps) {
  /** The side of the picture itself, in pixels: four times that of a digit. */
  static final int SOURCE = 112;

  /** The side of a step's image. */
  static final int STEP = 56;

  /** Takes milliseconds; not for the FX thread. */
  static PictureLook of(PictureEntry picture, BufferedImage source) {
    DigitPicture digit = picture.treatment().apply(source);
    return new PictureLook(
        picture.id(),
        SeenDigit.of(picture.treatment(), digit),
        Thumbnails.fitted(source, SOURCE),
        digit.steps().stream().map(step -> Thumbnails.fitted(step.image(), STEP)).toList());
  }
}
