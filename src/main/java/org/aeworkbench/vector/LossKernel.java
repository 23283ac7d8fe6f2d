package org.aeworkbench.vector;

import static org.aeworkbench.vector.Tiling.LANES;
import static org.aeworkbench.vector.Tiling.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import org.aeworkbench.model.Activation;
import org.aeworkbench.model.Loss;

/** Output, loss and gradient of the loss from the logits, a row at a time. */
final class LossKernel {
  private LossKernel() {}

  /**
   * Replaces logits z by the gradient of the loss with respect to them, and sums the losses.
   *
   * @param activation of the output; sigmoid for binary cross-entropy
   * @param m memory
   * @param z first logit; the gradient is written over them
   * @param x first target, in the same layout
   * @param vectors whole vectors to go through
   * @param weights a vector of 1 where a lane counts and 0 where it is padding
   * @param scratch for as many values as the logits and one vector more
   * @param scale factor of the gradient: 1 / (images · numbers of an image)
   * @return sum of the losses, not scaled
   */
  static double apply(
      Loss loss,
      Activation activation,
      float[] m,
      int z,
      int x,
      int vectors,
      int weights,
      int scratch,
      float scale) {
    int length = vectors * LANES;
    if (loss == Loss.MEAN_SQUARED_ERROR && activation != Activation.SIGMOID) {
      ActivationKernel.apply(activation, m, z, length, scratch);
      double sum = squaredErrorOf(m, z, x, length, weights, scratch, scale);
      ActivationKernel.derive(activation, m, scratch, z, length);
      System.arraycopy(m, scratch, m, z, length);
      return sum;
    }
    Functions.exponentials(m, z, scratch, length);
    return switch (loss) {
      case BINARY_CROSS_ENTROPY -> crossEntropy(m, z, x, length, weights, scratch, scale);
      case MEAN_SQUARED_ERROR -> squaredError(m, z, x, length, weights, scratch, scale);
    };
  }

  /**
   * With e = exp(-|z|): loss = max(z,0) - z·x + log(1+e), sigmoid p = 1/(1+e) or e/(1+e), gradient
   * p - x. One division r = 1/((1+e)(2+e)) serves both 1/(1+e) and the logarithm's e/(2+e).
   */
  private static double crossEntropy(
      float[] m, int z, int x, int length, int weights, int exponentials, float scale) {
    FloatVector weight = FloatVector.fromArray(SPECIES, m, weights);
    FloatVector factor = weight.mul(scale);
    FloatVector one = FloatVector.broadcast(SPECIES, 1f);
    FloatVector sum = FloatVector.zero(SPECIES);
    for (int i = 0; i < length; i += LANES) {
      FloatVector logit = FloatVector.fromArray(SPECIES, m, z + i);
      FloatVector target = FloatVector.fromArray(SPECIES, m, x + i);
      FloatVector e = FloatVector.fromArray(SPECIES, m, exponentials + i);
      FloatVector onePlus = e.add(one);
      FloatVector twoPlus = onePlus.add(one);
      FloatVector r = one.div(onePlus.mul(twoPlus));
      FloatVector log = Functions.log1p(e.mul(r).mul(onePlus));
      FloatVector p = r.mul(twoPlus);
      VectorMask<Float> negative = logit.compare(VectorOperators.LT, 0f);
      p = p.blend(e.mul(p), negative);
      FloatVector positivePart = logit.blend(FloatVector.zero(SPECIES), negative);
      sum = positivePart.sub(logit.mul(target)).add(log).fma(weight, sum);
      p.sub(target).mul(factor).intoArray(m, z + i);
    }
    sum.intoArray(m, exponentials);
    return Tiling.sumOfLanes(m, exponentials);
  }

  /** Of activations y; the gradients with respect to them go to {@code gradients}. */
  private static double squaredErrorOf(
      float[] m, int y, int x, int length, int weights, int gradients, float scale) {
    FloatVector weight = FloatVector.fromArray(SPECIES, m, weights);
    FloatVector factor = weight.mul(2 * scale);
    FloatVector sum = FloatVector.zero(SPECIES);
    for (int i = 0; i < length; i += LANES) {
      FloatVector target = FloatVector.fromArray(SPECIES, m, x + i);
      FloatVector error = FloatVector.fromArray(SPECIES, m, y + i).sub(target);
      sum = error.mul(error).fma(weight, sum);
      error.mul(factor).intoArray(m, gradients + i);
    }
    sum.intoArray(m, gradients + length);
    return Tiling.sumOfLanes(m, gradients + length);
  }

  private static double squaredError(
      float[] m, int z, int x, int length, int weights, int exponentials, float scale) {
    FloatVector weight = FloatVector.fromArray(SPECIES, m, weights);
    FloatVector factor = weight.mul(2 * scale);
    FloatVector sum = FloatVector.zero(SPECIES);
    for (int i = 0; i < length; i += LANES) {
      FloatVector e = FloatVector.fromArray(SPECIES, m, exponentials + i);
      FloatVector p = Functions.sigmoid(FloatVector.fromArray(SPECIES, m, z + i), e);
      FloatVector error = p.sub(FloatVector.fromArray(SPECIES, m, x + i));
      sum = error.mul(error).fma(weight, sum);
      FloatVector slope = p.sub(p.mul(p));
      error.mul(slope).mul(factor).intoArray(m, z + i);
    }
    sum.intoArray(m, exponentials);
    return Tiling.sumOfLanes(m, exponentials);
  }
}
