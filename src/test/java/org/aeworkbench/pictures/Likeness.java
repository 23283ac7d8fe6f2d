package org.aeworkbench.pictures;

/** How alike two pictures of 28×28 are. */
final class Likeness {
  private Likeness() {}

  /** Pearson's correlation, −1…1; 0 if one of them is of one grey. */
  static double correlation(float[] a, float[] b) {
    double meanA = mean(a);
    double meanB = mean(b);
    double both = 0;
    double squareA = 0;
    double squareB = 0;
    for (int i = 0; i < a.length; i++) {
      both += (a[i] - meanA) * (b[i] - meanB);
      squareA += (a[i] - meanA) * (a[i] - meanA);
      squareB += (b[i] - meanB) * (b[i] - meanB);
    }
    return squareA * squareB < 1e-12 ? 0 : both / Math.sqrt(squareA * squareB);
  }

  /** The mean absolute difference. */
  static double difference(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += Math.abs(a[i] - b[i]);
    }
    return sum / a.length;
  }

  private static double mean(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
