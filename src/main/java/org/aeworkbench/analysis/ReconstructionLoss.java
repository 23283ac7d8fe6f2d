package org.aeworkbench.analysis;

import org.aeworkbench.model.Loss;

/** How far a reconstruction is from its original: the losses of training, for one image. */
public final class ReconstructionLoss {
  // Keras clips its probabilities here before it takes the logarithm.
  private static final double EPSILON = 1e-7;

  private ReconstructionLoss() {}

  /** The loss that a network was trained with, mean over the pixels. */
  public static double of(Loss loss, float[] original, float[] reconstruction) {
    return switch (loss) {
      case BINARY_CROSS_ENTROPY -> binaryCrossEntropy(original, reconstruction);
      case MEAN_SQUARED_ERROR -> meanSquaredError(original, reconstruction);
    };
  }

  /** Binary cross-entropy, mean over the pixels, natural logarithm. */
  public static double binaryCrossEntropy(float[] original, float[] reconstruction) {
    double sum = 0;
    for (int i = 0; i < original.length; i++) {
      double p = Math.clamp(reconstruction[i], EPSILON, 1 - EPSILON);
      sum -= original[i] * Math.log(p) + (1 - original[i]) * Math.log1p(-p);
    }
    return sum / original.length;
  }

  /** Mean squared error over the pixels. */
  public static double meanSquaredError(float[] original, float[] reconstruction) {
    double sum = 0;
    for (int i = 0; i < original.length; i++) {
      double difference = original[i] - reconstruction[i];
      sum += difference * difference;
    }
    return sum / original.length;
  }
}
