package org.aeworkbench.app.builder;

import java.util.Locale;
import org.aeworkbench.model.NetworkSpec;

/** How long an epoch will take, by the speed that another training had on this machine. */
public final class EpochEstimate {
  private EpochEstimate() {}

  /** Floating-point operations a second of a training that sees so many images a second. */
  public static double flopsPerSecond(NetworkSpec spec, double imagesPerSecond) {
    return spec.trainingFlopsPerImage() * imagesPerSecond;
  }

  /**
   * Seconds of an epoch, roughly: networks of the same size differ by two or three times.
   *
   * @param images of an epoch
   * @param flopsPerSecond as of {@link #flopsPerSecond}, above 0
   */
  public static double seconds(NetworkSpec spec, int images, double flopsPerSecond) {
    return (double) spec.trainingFlopsPerImage() * images / flopsPerSecond;
  }

  /** For people: {@code about 3 s}, {@code about 20 min}. */
  public static String text(double seconds) {
    if (seconds < 1) {
      return "less than 1 s";
    }
    if (seconds < 90) {
      return String.format(Locale.ROOT, "about %.0f s", seconds);
    }
    return seconds < 90 * 60
        ? String.format(Locale.ROOT, "about %.0f min", seconds / 60)
        : String.format(Locale.ROOT, "about %.0f h", seconds / 3600);
  }
}
