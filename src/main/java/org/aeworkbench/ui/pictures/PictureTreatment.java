package org.aeworkbench.ui.pictures;

import java.awt.image.BufferedImage;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.pictures.DigitPicture;
import org.aeworkbench.pictures.DigitPipeline;
import org.aeworkbench.pictures.FittedPicture;
import org.aeworkbench.pictures.PictureStep;

/**
 * What is to be done with a picture.
 *
 * @param shape of the images that the network takes
 * @param way that it is brought to it
 * @param steps of cleaning that are not left out
 * @param asIs true if its very pixels are taken; nothing else is done then
 * @param number which of its digits is taken, from 1 on; 0 for the whole picture
 */
public record PictureTreatment(
    ImageShape shape, PictureWay way, Set<PictureStep> steps, boolean asIs, int number) {
  /** Every step, for a network of digits. */
  static final PictureTreatment FULL = usual(ImageShape.MNIST, PictureWay.CLEAN);

  /** Every step, for a network of any images. */
  static PictureTreatment usual(ImageShape shape, PictureWay way) {
    return new PictureTreatment(shape, way, DigitPipeline.allSteps(), false, 0);
  }

  /** Copies the set. */
  public PictureTreatment {
    steps = Set.copyOf(steps);
  }

  /**
   * What came of it.
   *
   * @param values [channel][row][column] in 0…1
   * @param steps pictures after each step of cleaning; none if it was not cleaned
   * @param digits how many were found; 0 if there is no ink
   */
  record Treated(float[] values, List<BufferedImage> steps, int digits) {}

  /**
   * For another network.
   *
   * @param usual way for its images; a digit of a picture stays one that is cleaned
   */
  PictureTreatment forShape(ImageShape other, PictureWay usual) {
    return other.equals(shape)
        ? this
        : new PictureTreatment(other, number == 0 ? usual : way, steps, false, number);
  }

  PictureTreatment withStep(PictureStep step, boolean enabled) {
    Set<PictureStep> changed = EnumSet.noneOf(PictureStep.class);
    changed.addAll(steps);
    if (enabled) {
      changed.add(step);
    } else {
      changed.remove(step);
    }
    return withSteps(changed);
  }

  PictureTreatment withSteps(Set<PictureStep> others) {
    return new PictureTreatment(shape, way, others, asIs, number);
  }

  PictureTreatment withWay(PictureWay other) {
    return new PictureTreatment(shape, other, steps, asIs, number);
  }

  PictureTreatment withAsIs(boolean other) {
    return new PictureTreatment(shape, way, steps, other, number);
  }

  PictureTreatment ofDigit(int other) {
    return new PictureTreatment(shape, PictureWay.CLEAN, steps, asIs, other);
  }

  /** True if it is looked for digits. */
  boolean cleans() {
    return way == PictureWay.CLEAN && !asIs;
  }

  /** Does it. Takes milliseconds; not for the FX thread. */
  Treated apply(BufferedImage source) {
    if (asIs && shape.equals(ImageShape.MNIST)) {
      return cleaned(DigitPipeline.asIs(source));
    }
    if (asIs) {
      return new Treated(FittedPicture.asIs(source, shape), List.of(), 1);
    }
    if (way != PictureWay.CLEAN) {
      return new Treated(FittedPicture.of(source, shape, way.fit()), List.of(), 1);
    }
    if (number == 0) {
      return cleaned(DigitPipeline.apply(source, steps));
    }
    List<DigitPicture> each = DigitPipeline.each(source, steps);
    if (number <= each.size()) {
      return cleaned(each.get(number - 1));
    }
    // With a step less, fewer digits may be found.
    DigitPicture whole = DigitPipeline.apply(source, steps);
    return new Treated(new float[shape.size()], cleaned(whole).steps(), 0);
  }

  /** A digit that was found, as the network sees it. */
  Treated cleaned(DigitPicture digit) {
    return new Treated(
        FittedPicture.ofDigit(digit, shape),
        digit.steps().stream().map(DigitPicture.StepImage::image).toList(),
        digit.digits());
  }
}
