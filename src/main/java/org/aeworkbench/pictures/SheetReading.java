package org.aeworkbench.pictures;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.aeworkbench.pictures.ink.BackgroundEvening;
import org.aeworkbench.pictures.ink.ColourMix;
import org.aeworkbench.pictures.ink.InkFinder;
import org.aeworkbench.pictures.ink.PaperFinder;
import org.aeworkbench.pictures.ink.PaperTone;
import org.aeworkbench.pictures.ink.Sheet;
import org.aeworkbench.pictures.ink.Transparency;
import org.aeworkbench.pictures.raster.Box;
import org.aeworkbench.pictures.raster.ColourImage;
import org.aeworkbench.pictures.raster.GreyImage;

/**
 * A picture down to where its digits are, at a size at which that is quick.
 *
 * @param picture the picture itself
 * @param square one pixel of what follows is the mean over so many of the picture's, squared
 * @param choices what was decided on the way
 * @param sheet the paper
 * @param ink light ink on dark paper, evenly lit
 * @param found the digits
 * @param images after each of the steps up to the inversion
 */
record SheetReading(
    BufferedImage picture,
    int square,
    Choices choices,
    Sheet sheet,
    GreyImage ink,
    InkFinder found,
    List<DigitPicture.StepImage> images) {
  /** The longer side at which paper and digits are looked for. */
  private static final int SIDE = 1024;

  /** What was decided for the whole picture and holds for each part of it. */
  record Choices(
      Set<PictureStep> enabled, Transparency transparency, ColourMix mix, PaperTone tone) {
    /** Grey levels on even paper. */
    BackgroundEvening.Even even(GreyImage grey) {
      return enabled.contains(PictureStep.EVENING)
          ? BackgroundEvening.even(grey, tone, mix.followsLight())
          : new BackgroundEvening.Even(grey, tone.level());
    }

    /** Light ink on dark paper. */
    GreyImage ink(BackgroundEvening.Even even) {
      return tone.darkInk() ? even.image().inverted() : even.image();
    }

    /** The same before the light was evened; the same object if it was even. */
    GreyImage lit(GreyImage grey, GreyImage ink) {
      return tone.even() ? ink : tone.darkInk() ? grey.inverted() : grey;
    }

    /** The paper's level in the same. */
    float paper(BackgroundEvening.Even even) {
      return tone.darkInk() ? 1 - even.level() : even.level();
    }

    /** True if dark ink on light paper is to stay so. */
    boolean staysDark() {
      return tone.darkInk() && !enabled.contains(PictureStep.INVERSION);
    }

    /** What a step made of light ink on dark paper, as it is to be shown. */
    DigitPicture.StepImage image(PictureStep step, GreyImage ink) {
      GreyImage shown = staysDark() ? ink.inverted() : ink;
      return new DigitPicture.StepImage(step, enabled.contains(step), shown.toPicture());
    }
  }

  static SheetReading of(BufferedImage picture, Set<PictureStep> enabled) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    int square = ColourImage.square(width, height, SIDE);
    ColourImage raw = ColourImage.of(picture, Box.of(width, height), square);
    boolean seeThrough = picture.getColorModel().hasAlpha();
    Transparency transparency =
        seeThrough && enabled.contains(PictureStep.TRANSPARENCY)
            ? Transparency.of(raw)
            : Transparency.IGNORED;
    ColourImage opaque = transparency.laid(raw);
    Sheet sheet =
        enabled.contains(PictureStep.PAPER) ? PaperFinder.sheet(opaque) : Sheet.whole(opaque);
    ColourMix mix =
        enabled.contains(PictureStep.GREY)
            ? ColourMix.strongest(sheet.image())
            : ColourMix.BRIGHTEST;
    GreyImage grey = mix.of(sheet.image());
    Choices choices = new Choices(Set.copyOf(enabled), transparency, mix, PaperTone.of(grey));
    BackgroundEvening.Even even = choices.even(grey);
    GreyImage ink = choices.ink(even);
    List<DigitPicture.StepImage> images = new ArrayList<>();
    images.add(image(PictureStep.TRANSPARENCY, enabled, opaque.toPicture()));
    images.add(image(PictureStep.PAPER, enabled, sheet.image().toPicture()));
    images.add(image(PictureStep.GREY, enabled, grey.toPicture()));
    images.add(image(PictureStep.EVENING, enabled, even.image().toPicture()));
    images.add(choices.image(PictureStep.INVERSION, ink));
    InkFinder found = InkFinder.find(ink, choices.paper(even), choices.lit(grey, ink));
    return new SheetReading(picture, square, choices, sheet, ink, found, images);
  }

  private static DigitPicture.StepImage image(
      PictureStep step, Set<PictureStep> enabled, BufferedImage image) {
    return new DigitPicture.StepImage(step, enabled.contains(step), image);
  }

  boolean does(PictureStep step) {
    return choices.enabled().contains(step);
  }
}
