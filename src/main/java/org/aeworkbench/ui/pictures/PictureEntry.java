package org.aeworkbench.ui.pictures;

import java.awt.image.BufferedImage;
import org.aeworkbench.pictures.DigitPicture;
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
 * @param thumbnail the same, small
 * @param treatment what is to be done with it
 * @param seen what came of what was done last
 */
public record PictureEntry(
    long id,
    String name,
    PictureOrigin origin,
    int width,
    int height,
    BufferedImage thumbnail,
    PictureTreatment treatment,
    SeenPicture seen) {
  /** The side of a thumbnail in pixels: twice that of one of MNIST's digits. */
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
        Thumbnails.fitted(source, THUMBNAIL),
        by,
        SeenPicture.of(by, by.apply(source)));
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
        Thumbnails.fitted(cut, THUMBNAIL),
        by,
        SeenPicture.of(by, by.cleaned(part)));
  }

  /** The same picture, something else to be done with it. */
  PictureEntry with(PictureTreatment other) {
    return new PictureEntry(id, name, origin, width, height, thumbnail, other, seen);
  }

  /** The same picture after something was done with it. */
  PictureEntry seenAs(SeenPicture now) {
    return new PictureEntry(id, name, origin, width, height, thumbnail, treatment, now);
  }

  /** True if it is of the network's size and so can be taken as it is. */
  boolean fitting() {
    return width == treatment.shape().width() && height == treatment.shape().height();
  }

  /** True while something is to be done. */
  boolean isStale() {
    return !treatment.equals(seen.by());
  }

  /** True if every digit of it can be taken as its own. */
  boolean holdsSeveral() {
    return seen.digits() > 1 && treatment.number() == 0 && treatment.cleans();
  }

  /** The same in the words of the command line. */
  String noInk() {
    return "no ink was found in " + name;
  }
}
