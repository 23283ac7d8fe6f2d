package org.aeworkbench.pictures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aeworkbench.pictures.ink.BackgroundEvening;
import org.aeworkbench.pictures.ink.Contrast;
import org.aeworkbench.pictures.ink.Digit;
import org.aeworkbench.pictures.ink.InkFinder;
import org.aeworkbench.pictures.ink.InkLevel;
import org.aeworkbench.pictures.ink.StrokeWidth;
import org.aeworkbench.pictures.raster.Box;
import org.aeworkbench.pictures.raster.ColourImage;
import org.aeworkbench.pictures.raster.GreyImage;
import org.aeworkbench.pictures.raster.MassCentre;

/** Cuts a digit out of a picture that was read, and makes it 28×28. */
final class DigitCut {
  private static final int SIDE = 28;
  private static final int CONTENT_SIDE = 20;
  private static final float INK = 0.1f;

  /** A smaller digit is looked at once more, with all the detail that the picture has. */
  private static final int DETAILED = 100;

  private static final int DETAIL_SIDE = 400;

  private final SheetReading reading;

  DigitCut(SheetReading reading) {
    this.reading = reading;
  }

  /** A part of the picture with nothing but a digit's ink on it. */
  private record Cleaned(GreyImage ink, InkLevel level) {}

  /** All digits as one. */
  DigitPicture all() {
    List<Digit> digits = reading.found().digits();
    GreyImage ink = reading.ink();
    return cut(Digit.together(digits), Box.of(ink.width(), ink.height()), digits.size());
  }

  /** One digit, as if the sheet had been cut around it. */
  DigitPicture only(Digit digit) {
    GreyImage ink = reading.ink();
    Box around =
        digit.box().grown(Math.max(4, digit.box().longer() / 4), ink.width(), ink.height());
    return cut(Optional.of(digit), around, 1);
  }

  private DigitPicture cut(Optional<Digit> digit, Box region, int digits) {
    SheetReading.Choices choices = reading.choices();
    List<DigitPicture.StepImage> images = new ArrayList<>(reading.images());
    Cleaned cleaned = cleaned(digit, region);
    images.add(choices.image(PictureStep.CLEANING, cleaned.ink()));
    cleaned = digit.flatMap(this::detailed).orElse(cleaned);

    GreyImage image = cleaned.ink();
    if (reading.does(PictureStep.CONTRAST)) {
      image = Contrast.stretched(image, cleaned.level());
    }
    images.add(choices.image(PictureStep.CONTRAST, image));
    if (reading.does(PictureStep.STROKE)) {
      image = StrokeWidth.thickened(image);
    }
    images.add(choices.image(PictureStep.STROKE, image));
    if (reading.does(PictureStep.CROP)) {
      image = image.part(image.sharpBox(INK, 1.0 / CONTENT_SIDE));
    }
    images.add(choices.image(PictureStep.CROP, image));
    GreyImage scaled = image.scaledInto(reading.does(PictureStep.SCALE) ? CONTENT_SIDE : SIDE);
    images.add(choices.image(PictureStep.SCALE, scaled));
    image =
        reading.does(PictureStep.CENTRE)
            ? MassCentre.placed(image, scaled, SIDE)
            : scaled.centred(SIDE);
    images.add(choices.image(PictureStep.CENTRE, image));
    GreyImage seen = choices.staysDark() ? image.inverted() : image;
    return new DigitPicture(seen.values(), images, digits);
  }

  private Cleaned cleaned(Optional<Digit> digit, Box region) {
    InkFinder found = reading.found();
    GreyImage ink = reading.ink().part(region);
    if (!reading.does(PictureStep.CLEANING)) {
      return new Cleaned(ink, found.level());
    }
    boolean[] mask =
        digit.map(of -> found.maskOf(of, region)).orElseGet(() -> new boolean[ink.values().length]);
    return new Cleaned(ink.masked(mask, found.level().paper()), found.level());
  }

  /** A small digit out of the picture itself. */
  private Optional<Cleaned> detailed(Digit digit) {
    GreyImage ink = reading.ink();
    int square = reading.square();
    if (square == 1
        || digit.box().longer() >= DETAILED
        || !reading.does(PictureStep.CROP)
        || !reading.does(PictureStep.CLEANING)) {
      return Optional.empty();
    }
    Box around = digit.box().grown(Math.max(8, digit.box().longer()), ink.width(), ink.height());
    Box place =
        around
            .moved(reading.sheet().left(), reading.sheet().top())
            .times(square, reading.picture().getWidth(), reading.picture().getHeight());
    int finer = ColourImage.square(place.width(), place.height(), DETAIL_SIDE);
    if (finer >= square) {
      return Optional.empty();
    }
    SheetReading.Choices choices = reading.choices();
    ColourImage part = choices.transparency().laid(ColourImage.of(reading.picture(), place, finer));
    BackgroundEvening.Even even = choices.even(choices.mix().of(part));
    GreyImage fine = choices.ink(even);
    boolean[] coarse = InkFinder.grown(reading.found().maskOf(digit, around), around, 2);
    boolean[] where = enlarged(coarse, around, fine.width(), fine.height());
    InkFinder found = InkFinder.again(fine, choices.paper(even), where);
    Box all = Box.of(fine.width(), fine.height());
    return found.digits().stream()
        .findFirst()
        .map(
            seen ->
                new Cleaned(
                    fine.masked(found.maskOf(seen, all), found.level().paper()), found.level()));
  }

  private static boolean[] enlarged(boolean[] mask, Box of, int width, int height) {
    boolean[] enlarged = new boolean[width * height];
    for (int y = 0; y < height; y++) {
      int row = Math.min(of.height() - 1, y * of.height() / height) * of.width();
      for (int x = 0; x < width; x++) {
        enlarged[y * width + x] = mask[row + Math.min(of.width() - 1, x * of.width() / width)];
      }
    }
    return enlarged;
  }
}
