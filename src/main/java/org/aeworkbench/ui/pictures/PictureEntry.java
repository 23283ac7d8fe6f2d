package org.aeworkbench.ui.pictures;

import java.awt.image.BufferedImage;
import org.aeworkbench.pictures.DigitPicture;
import org.aeworkbench.pictures.DigitPipeline;
import org.aeworkbench.pictures.PictureStep;
import org.aeworkbench.pictures.Thumbnails;

/**
 * A picture of the user's, small enough that there can be ten thousand: the picture itself is read
 * anew when it is needed. Immutable; the images are not to be written to.
 *
 * @param id stays whatever is done with the picture
 * @param name of the file, or where the picture comes from
 * @param origin the picture itself
 * @param width of the picture, in pixels
 * @param height of the picture, in pixels
 * @param fitting true if it is of the network's size and so can be taken as it is
 * @param thumbnail the same, small
 * @param treatment what is to be done with it
 * @param digit what came of what was done last
 */
public record PictureEntry(
    long id,
    String name,
    PictureOrigin origin,
    int width,
    int height,
    boolean fitting,
    BufferedImage thumbnail,
    PictureTreatment treatment,
    SeenDigit digit) {
  /** The side of a thumbnail in pixels: twice that of a digit. */
  static final int THUMBNAIL = 56;

  /** Prepares a picture that was just read. Takes milliseconds; not for the FX thread. */
  static PictureEntry of(
      long id, String name, PictureOrigin origin, BufferedImage source, PictureTreatment by) {
    return new PictureEntry(
        id,
        name,
        origin,
        source.getWidth(),
        source.getHeight(),
        DigitPipeline.isNetworkSize(source),
        Thumbnails.fitted(source, THUMBNAIL),
        by,
        SeenDigit.of(by, by.apply(source)));
  }

  /**
   * One of its digits.
   *
   * @param number which one, from 1 on
   */
  PictureEntry part(long partId, int number, DigitPicture part) {
    PictureTreatment by = treatment.ofDigit(number);
    BufferedImage cut = part.steps().get(PictureStep.CLEANING.ordinal()).image();
    return new PictureEntry(
        partId,
        "digit " + number + " of " + name,
        origin,
        width,
        height,
        fitting,
        Thumbnails.fitted(cut, THUMBNAIL),
        by,
        SeenDigit.of(by, part));
  }

  /** The same picture, something else to be done with it. */
  PictureEntry with(PictureTreatment other) {
    return new PictureEntry(id, name, origin, width, height, fitting, thumbnail, other, digit);
  }

  /** The same picture after something was done with it. */
  PictureEntry seenAs(SeenDigit seen) {
    return new PictureEntry(id, name, origin, width, height, fitting, thumbnail, treatment, seen);
  }

  /** True while something is to be done. */
  boolean isStale() {
    return !treatment.equals(digit.by());
  }

  /** True if every digit of it can be taken as its own. */
  boolean holdsSeveral() {
    return digit.digits() > 1 && treatment.number() == 0;
  }

  /** The same in the words of the command line. */
  String noInk() {
    return "no ink was found in " + name;
  }
}
