package org.aeworkbench.ui.pictures;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Set;
import org.aeworkbench.pictures.DigitPicture;
import org.aeworkbench.pictures.DigitPipeline;
import org.aeworkbench.pictures.PictureStep;
import org.aeworkbench.pictures.Thumbnails;

/**
 * A picture of the user's. Immutable; the images are not to be written to.
 *
 * @param id stays when steps are switched
 * @param name of the file, or where the picture comes from
 * @param source the picture itself
 * @param thumbnail the same, small
 * @param steps that are to be done
 * @param digit what came of the steps that were done last
 */
public record PictureEntry(
    long id,
    String name,
    BufferedImage source,
    BufferedImage thumbnail,
    Set<PictureStep> steps,
    SeenDigit digit) {
  /** The side of a thumbnail in pixels: four times that of a digit. */
  static final int THUMBNAIL = 112;

  /**
   * What the network sees, and how it came about.
   *
   * @param steps that were done
   * @param pixels 784 numbers in 0…1
   * @param blank true if no ink is left
   * @param images after each of all steps, small
   */
  public record SeenDigit(
      Set<PictureStep> steps, float[] pixels, boolean blank, List<BufferedImage> images) {
    /** Takes milliseconds; not for the FX thread. */
    static SeenDigit of(BufferedImage source, Set<PictureStep> steps) {
      DigitPicture digit = DigitPipeline.apply(source, steps);
      return new SeenDigit(
          steps,
          digit.pixels(),
          digit.isBlank(),
          digit.steps().stream()
              .map(step -> Thumbnails.fitted(step.image(), THUMBNAIL / 2))
              .toList());
    }
  }

  /** Prepares a picture with all steps. Takes milliseconds; not for the FX thread. */
  static PictureEntry of(long id, String name, BufferedImage source) {
    Set<PictureStep> steps = Set.copyOf(DigitPipeline.allSteps());
    return new PictureEntry(
        id, name, source, Thumbnails.fitted(source, THUMBNAIL), steps, SeenDigit.of(source, steps));
  }

  /** The same picture, other steps to be done. */
  PictureEntry withSteps(Set<PictureStep> others) {
    return new PictureEntry(id, name, source, thumbnail, Set.copyOf(others), digit);
  }

  /** True while steps are to be done. */
  boolean isStale() {
    return !steps.equals(digit.steps());
  }

  /** Does the steps. Takes milliseconds; not for the FX thread. */
  PictureEntry renewed() {
    return new PictureEntry(id, name, source, thumbnail, steps, SeenDigit.of(source, steps));
  }
}
