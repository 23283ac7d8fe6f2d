package org.aeworkbench.ui.pictures;

import java.awt.image.BufferedImage;
import java.util.List;
import org.aeworkbench.pictures.Thumbnails;

/**
 * All that is to be seen of one picture; not kept for others than the one that is looked at.
 *
 * @param id of the picture
 * @param seen what the network sees
 * @param source the picture itself, small; not to be written to
 * @param steps after each of all steps of cleaning, none if it is not cleaned; small, not to be
 *     written to
 */
record PictureLook(long id, SeenPicture seen, BufferedImage source, List<BufferedImage> steps) {
  /** The side of the picture itself, in pixels. */
  static final int SOURCE = 112;

  /** The side of a step's image. */
  static final int STEP = 56;

  /** Takes milliseconds; not for the FX thread. */
  static PictureLook of(PictureEntry picture, BufferedImage source) {
    PictureTreatment.Treated treated = picture.treatment().apply(source);
    return new PictureLook(
        picture.id(),
        SeenPicture.of(picture.treatment(), treated),
        Thumbnails.fitted(source, SOURCE),
        treated.steps().stream().map(step -> Thumbnails.fitted(step, STEP)).toList());
  }
}
