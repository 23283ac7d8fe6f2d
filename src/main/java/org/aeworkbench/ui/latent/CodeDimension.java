package org.aeworkbench.ui.latent;

import java.util.List;
import java.util.Locale;
import org.aeworkbench.analysis.LatentStatistics;
import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.model.Shape;

/**
 * One number of the code, as a slider needs it.
 *
 * @param index in the code
 * @param name short: {@code z7}, or of a conv net channel, row and column
 * @param low left end of the slider
 * @param high right end, greater than {@code low}
 * @param share its variance as a share of the largest, 0…1
 * @param decimals that tell its values apart, the same for all dimensions
 * @param statistics of the codes of the test set
 */
public record CodeDimension(
    int index,
    String name,
    float low,
    float high,
    double share,
    int decimals,
    LatentStatistics.Dimension statistics) {

  /** All dimensions of a code, in its order. */
  static List<CodeDimension> of(NetworkSpec spec, LatentStatistics statistics) {
    float typical = typicalWidth(statistics);
    double largest =
        statistics.dimensions().stream()
            .mapToDouble(LatentStatistics.Dimension::variance)
            .max()
            .orElse(0);
    return statistics.dimensions().stream()
        .map(
            dimension ->
                new CodeDimension(
                    dimension.index(),
                    name(spec, dimension.index()),
                    dimension.low(),
                    high(dimension, typical),
                    largest > 0 ? dimension.variance() / largest : 0,
                    typical >= 1 ? 2 : typical >= 0.1f ? 3 : 4,
                    dimension))
        .toList();
  }

  /** True if the encoder gives every test image the same number here. */
  public boolean dead() {
    return statistics.dead();
  }

  /** What there is to know, for a tooltip. */
  public String description() {
    return dead()
        ? String.format(
            Locale.ROOT,
            "Dead unit: the encoder gives %s for every test image (a relu unit that died in"
                + " training), so it carries nothing. The decoder still listens to it: the slider"
                + " shows what it would do.",
            format(statistics.mean()))
        : String.format(
            Locale.ROOT,
            "Test images: mean %s, variance %.3g; 1 %% below %s, 1 %% above %s.",
            format(statistics.mean()),
            statistics.variance(),
            format(statistics.low()),
            format(statistics.high()));
  }

  // Where the percentiles are one, as of a dead unit or of one that hardly ever fires, the slider
  // goes as far as those of the others do.
  private static float high(LatentStatistics.Dimension dimension, float typical) {
    float width = dimension.high() - dimension.low();
    return width > 1e-6f * Math.abs(dimension.high())
        ? dimension.high()
        : dimension.low() + typical;
  }

  private static float typicalWidth(LatentStatistics statistics) {
    double[] widths =
        statistics.dimensions().stream()
            .mapToDouble(dimension -> dimension.high() - dimension.low())
            .filter(width -> width > 0)
            .sorted()
            .toArray();
    return widths.length == 0 ? 1 : (float) widths[widths.length / 2];
  }

  private static String name(NetworkSpec spec, int index) {
    return spec.codeShape() instanceof Shape.Maps maps
        ? String.format(
            Locale.ROOT,
            "c%d y%d x%d",
            index / maps.area(),
            index % maps.area() / maps.width(),
            index % maps.width())
        : "z" + index;
  }

  /** A value as precise as the slider needs it. */
  public String format(float value) {
    return String.format(Locale.ROOT, "%." + (Math.abs(value) >= 1000 ? 0 : decimals) + "f", value);
  }

  /** One of {@code count} values from the left end, stop 0, to the right end. */
  float stop(int stop, int count) {
    return low + (high - low) * stop / (count - 1);
  }
}
