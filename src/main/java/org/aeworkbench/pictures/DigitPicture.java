package org.aeworkbench.pictures;

import java.awt.image.BufferedImage;
import java.util.List;

/**
 * A picture as the network sees it, and how it became so.
 *
 * @param pixels 28×28 numbers in 0…1, row-major, light ink on black; not to be written to
 * @param steps all steps in order, those left out too; the last image is {@code pixels}
 * @param digits how many separate digits it holds; 0 if there is no ink
 */
public record DigitPicture(float[] pixels, List<StepImage> steps, int digits) {
  /**
   * The picture after a step.
   *
   * @param step which one
   * @param enabled false if it was left out: then the image is only what has to be done anyway
   * @param image what the next step gets; not to be written to
   */
  public record StepImage(PictureStep step, boolean enabled, BufferedImage image) {}

  /** Copies the list. */
  public DigitPicture {
    steps = List.copyOf(steps);
  }

  /** True if there is no ink: an empty sheet. */
  public boolean isBlank() {
    return digits == 0;
  }
}
