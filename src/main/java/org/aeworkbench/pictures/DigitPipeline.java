package org.aeworkbench.pictures;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Turns any picture into 28×28 pixels in the style of MNIST, whose digits were scaled to 20×20 and
 * centred by mass. A digit that is in that style already comes out as it went in. Takes
 * milliseconds; safe for any thread.
 */
public final class DigitPipeline {
  private static final int SIDE = 28;
  private static final int CONTENT_SIDE = 20;

  private DigitPipeline() {}

  /** Every step. */
  public static Set<PictureStep> allSteps() {
    return EnumSet.allOf(PictureStep.class);
  }

  /** The digit after all steps. */
  public static DigitPicture apply(BufferedImage picture) {
    return apply(picture, allSteps());
  }

  /**
   * The digit after some of the steps; what is unavoidable (28×28 grey numbers) happens without
   * them too, see {@link PictureStep}.
   *
   * @param picture of any size and type, not written to
   * @param enabled steps that are not left out
   */
  public static DigitPicture apply(BufferedImage picture, Set<PictureStep> enabled) {
    List<DigitPicture.StepImage> images = new ArrayList<>();
    BufferedImage opaque = Colours.opaque(picture, enabled.contains(PictureStep.TRANSPARENCY));
    images.add(step(PictureStep.TRANSPARENCY, enabled, opaque));

    GreyImage image = Colours.grey(opaque, enabled.contains(PictureStep.GREY));
    for (PictureStep step : PictureStep.values()) {
      if (step == PictureStep.TRANSPARENCY) {
        continue;
      }
      image = after(step, enabled.contains(step), image);
      images.add(step(step, enabled, image.toPicture()));
    }
    return new DigitPicture(image.values(), images);
  }

  private static GreyImage after(PictureStep step, boolean enabled, GreyImage image) {
    return switch (step) {
      case TRANSPARENCY, GREY -> image;
      case INVERSION -> enabled && GreyLevels.of(image).darkOnLight() ? image.inverted() : image;
      case CONTRAST -> enabled ? GreyLevels.of(image).stretched(image) : image;
      case CROP -> enabled ? image.cropped() : image;
      case SCALE -> image.scaledInto(enabled ? CONTENT_SIDE : SIDE);
      case CENTRE -> enabled ? image.centredByMass(SIDE) : image.centred(SIDE);
    };
  }

  private static DigitPicture.StepImage step(
      PictureStep step, Set<PictureStep> enabled, BufferedImage image) {
    return new DigitPicture.StepImage(step, enabled.contains(step), image);
  }
}
