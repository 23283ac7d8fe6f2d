package org.aeworkbench.pictures;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.aeworkbench.pictures.ink.ColourMix;
import org.aeworkbench.pictures.ink.Transparency;
import org.aeworkbench.pictures.raster.Box;
import org.aeworkbench.pictures.raster.ColourImage;
import org.aeworkbench.pictures.raster.GreyImage;

/**
 * Turns any picture into 28×28 pixels in the style of MNIST, whose digits were scaled to 20×20 and
 * centred by mass. Paper and ink are found as they are: the sheet on a desk, uneven light, ruled
 * lines, any two colours. A digit that is in MNIST's style already comes out as it went in.
 *
 * <p>Digits are looked for at 1024 pixels or less and cut out of the picture as it is, so that it
 * is scaled once. Takes a tenth of a second for an ordinary photo; safe for any thread.
 */
public final class DigitPipeline {
  private static final int SIDE = 28;
  private static final float INK = 0.1f;

  private DigitPipeline() {}

  /** Every step. */
  public static Set<PictureStep> allSteps() {
    return EnumSet.allOf(PictureStep.class);
  }

  /** All ink of the picture as one digit, after all steps. */
  public static DigitPicture apply(BufferedImage picture) {
    return apply(picture, allSteps());
  }

  /**
   * All ink of the picture as one digit, after some of the steps; what is unavoidable (28×28 grey
   * numbers) happens without them too, see {@link PictureStep}.
   *
   * @param picture of any size and type, not written to
   * @param enabled steps that are not left out
   */
  public static DigitPicture apply(BufferedImage picture, Set<PictureStep> enabled) {
    return new DigitCut(SheetReading.of(picture, enabled)).all();
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
    SheetReading reading = SheetReading.of(picture, enabled);
    DigitCut cut = new DigitCut(reading);
    return reading.found().digits().size() == 1
        ? List.of(cut.all())
        : reading.found().digits().stream().map(cut::only).toList();
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
    ColourImage raw = ColourImage.of(picture, Box.of(SIDE, SIDE), 1);
    Transparency transparency =
        picture.getColorModel().hasAlpha() ? Transparency.of(raw) : Transparency.IGNORED;
    GreyImage grey = ColourMix.LUMINANCE.of(transparency.laid(raw));
    List<DigitPicture.StepImage> images =
        Arrays.stream(PictureStep.values())
            .map(step -> new DigitPicture.StepImage(step, false, grey.toPicture()))
            .toList();
    return new DigitPicture(grey.values(), images, hasInk(grey) ? 1 : 0);
  }

  /** True if {@link #asIs} takes the picture. */
  public static boolean isNetworkSize(BufferedImage picture) {
    return picture.getWidth() == SIDE && picture.getHeight() == SIDE;
  }

  private static boolean hasInk(GreyImage image) {
    for (float value : image.values()) {
      if (value > INK) {
        return true;
      }
    }
    return false;
  }
}
