package org.aeworkbench.ui.pictures;

import java.awt.image.BufferedImage;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.pictures.DigitPicture;
import org.aeworkbench.pictures.DigitPipeline;
import org.aeworkbench.pictures.PictureStep;

/**
 * What is to be done with a picture.
 *
 * @param steps that are not left out
 * @param asIs true if its very pixels are taken; none of the steps is done then
 * @param number which of its digits is taken, from 1 on; 0 for the whole picture
 */
public record PictureTreatment(Set<PictureStep> steps, boolean asIs, int number) {
  /** Every step. */
  static final PictureTreatment FULL = new PictureTreatment(DigitPipeline.allSteps(), false, 0);

  /** Copies the set. */
  public PictureTreatment {
    steps = Set.copyOf(steps);
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
    return new PictureTreatment(others, asIs, number);
  }

  PictureTreatment withAsIs(boolean other) {
    return new PictureTreatment(steps, other, number);
  }

  PictureTreatment ofDigit(int other) {
    return new PictureTreatment(steps, asIs, other);
  }

  /** Does it. Takes milliseconds; not for the FX thread. */
  DigitPicture apply(BufferedImage source) {
    if (asIs) {
      return DigitPipeline.asIs(source);
    }
    if (number == 0) {
      return DigitPipeline.apply(source, steps);
    }
    List<DigitPicture> each = DigitPipeline.each(source, steps);
    if (number <= each.size()) {
      return each.get(number - 1);
    }
    // With a step less, fewer digits may be found.
    DigitPicture whole = DigitPipeline.apply(source, steps);
    return new DigitPicture(new float[Dataset.PIXELS], whole.steps(), 0);
  }
}
