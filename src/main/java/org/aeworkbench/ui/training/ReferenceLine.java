package org.aeworkbench.ui.training;

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
    PUBLISHED,
    /** PCA with a code of equal size. */
    PCA,
    /** The mean image as the answer to everything. */
    MEAN_IMAGE,
    /** A perfect reconstruction. */
    ENTROPY_FLOOR
  }
}
