package org.aeworkbench.ui.training;

import java.util.Locale;

/**
 * A loss to compare with, drawn across the chart.
 *
 * @param kind what it is, for its colour
 * @param label as it stands beside the line
 * @param loss where it is
 */
public record ReferenceLine(Kind kind, String label, double loss) {
  /** What a reference line stands for. */
  public enum Kind {
    /** Published for this preset by others. */
    PUBLISHED("What others published for this training."),
    /** PCA with a code of equal size. */
    PCA("Principal component analysis with as many components as the code has numbers."),
    /** The mean image as the answer to everything. */
    MEAN_IMAGE("The mean training image as the answer to every image."),
    /** A perfect reconstruction. */
    ENTROPY_FLOOR("A perfect reconstruction: grey pixels have a cross-entropy of their own.");

    private final String help;

    Kind(String help) {
      this.help = help;
    }

    /** What it is, in a sentence. */
    public String help() {
      return help;
    }

    /** Its name in the style sheets. */
    String styleClass() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
