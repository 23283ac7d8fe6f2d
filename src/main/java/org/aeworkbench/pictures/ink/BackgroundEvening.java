package org.aeworkbench.pictures.ink;

import java.util.Arrays;
import org.aeworkbench.pictures.raster.GreyImage;
import org.aeworkbench.pictures.raster.Morphology;

/**
 * Takes out how the light falls on the paper. The paper under the ink is estimated by a
 * morphological closing (an opening for light ink) with a square that is wider than any stroke; the
 * picture is divided by it (light ink: it is subtracted). That is the black top-hat transform
 * (Meyer 1979) in its multiplicative form, since a shadow takes the same share of the light from
 * paper and ink.
 */
public final class BackgroundEvening {
  private static final int SIDE = 512;
  private static final int SHARE = 4;
  private static final float DARKEST = 0.04f;

  private BackgroundEvening() {}

  /**
   * A picture on even paper.
   *
   * @param image the picture
   * @param level of the paper
   */
  public record Even(GreyImage image, float level) {}

  /**
   * The picture on even paper, whose level is the median of what it was; the picture itself if the
   * light does not fall off.
   *
   * @param tone of the same picture
   * @param proportional true if less light makes smaller numbers in proportion
   */
  public static Even even(GreyImage image, PaperTone tone, boolean proportional) {
    if (tone.even()) {
      return new Even(image, tone.level());
    }
    GreyImage paper = paper(image, tone);
    float level = median(paper.values());
    float[] ratios = new float[image.values().length];
    boolean divide = tone.darkInk() && proportional;
    for (int i = 0; i < ratios.length; i++) {
      float value = image.values()[i];
      float ground = paper.values()[i];
      ratios[i] =
          divide
              ? level * value / Math.max(DARKEST, ground)
              : Math.clamp(value - ground + level, -1f, 2f);
    }
    // The closing keeps the brightest of the noise: the paper itself lies a little below.
    float shift = level - median(ratios);
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = Math.clamp(ratios[i] + shift, 0f, 1f);
    }
    return new Even(image.with(ratios), level);
  }

  private static GreyImage paper(GreyImage image, PaperTone tone) {
    GreyImage small = image.within(SIDE).smoothed();
    int side = Math.max(3, small.longer() / SHARE);
    // Where paper becomes darker from one pixel to the next, the darker counts on both sides:
    // otherwise the edge of a shadow would be a stroke.
    return tone.darkInk()
        ? Morphology.eroded(Morphology.closing(small, side), 1)
            .scaled(image.width(), image.height())
        : Morphology.dilated(Morphology.opening(small, side), 1)
            .scaled(image.width(), image.height());
  }

  private static float median(float[] values) {
    int step = Math.max(1, values.length / 50_000);
    float[] some = new float[(values.length + step - 1) / step];
    for (int i = 0; i < some.length; i++) {
      some[i] = values[i * step];
    }
    Arrays.sort(some);
    return some[some.length / 2];
  }
}
