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
  private static final float INK = 0.1f;

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
    return new DigitPicture(image.values(), images, digits(image));
  }

  /**
   * Each digit of a picture as one of its own, in reading order: rows of digits from top to bottom,
   * within a row from left to right.
   *
   * @param picture of any size and type, not written to
   * @param enabled steps that are not left out
   * @return empty if there is no ink
   */
  public static List<DigitPicture> each(BufferedImage picture, Set<PictureStep> enabled) {
    DigitPicture whole = apply(picture, enabled);
    return whole.isBlank() ? List.of() : List.of(whole);
  }

  /**
   * A picture of exactly the network's size as it is: its grey levels (luminance, if it has
   * colours) as they are stored, nothing turned, moved or scaled.
   *
   * @param picture of 28×28 pixels, not written to
   * @throws IllegalArgumentException if it has another size
   */
  public static DigitPicture asIs(BufferedImage picture) {
    if (!isNetworkSize(picture)) {
      throw new IllegalArgumentException(
          "28×28 pixels wanted, not " + picture.getWidth() + "×" + picture.getHeight());
    }
    GreyImage grey = Colours.grey(Colours.opaque(picture, true), true);
    List<DigitPicture.StepImage> images = new ArrayList<>();
    for (PictureStep step : PictureStep.values()) {
      images.add(step(step, Set.of(), grey.toPicture()));
    }
    return new DigitPicture(grey.values(), images, digits(grey));
  }

  /** True if {@link #asIs} takes the picture. */
  public static boolean isNetworkSize(BufferedImage picture) {
    return picture.getWidth() == SIDE && picture.getHeight() == SIDE;
  }

  private static int digits(GreyImage image) {
    for (float value : image.values()) {
      if (value > INK) {
        return 1;
      }
    }
    return 0;
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
