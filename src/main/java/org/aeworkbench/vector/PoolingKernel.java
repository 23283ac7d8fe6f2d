package org.aeworkbench.vector;

import static org.aeworkbench.vector.Tiling.LANES;
import static org.aeworkbench.vector.Tiling.SPECIES;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * 2×2 max pooling of rows of tiles. Of each square only its maximum is kept and its number, 0 to 3
 * in row-major order, as a float; the first of equal values wins. Where a square hangs over the
 * edge the caller has put negative infinity, which never wins.
 */
final class PoolingKernel {
  private PoolingKernel() {}

  /** Marks positions beyond the edge. */
  static void fillMissing(float[] m, int from, int positions) {
    Arrays.fill(m, from, from + positions * LANES, Float.NEGATIVE_INFINITY);
  }

  /**
   * Pools two rows into one and adds a bias.
   *
   * @param upper first vector of the upper row
   * @param lower first vector of the lower row
   * @param bias added to the maxima
   * @param to first result
   * @param codes first number
   * @param squares results in the row
   */
  static void forward(float[] m, int upper, int lower, float bias, int to, int codes, int squares) {
    FloatVector biases = FloatVector.broadcast(SPECIES, bias);
    for (int i = 0, p = 0; i < squares * LANES; i += LANES, p += 2 * LANES) {
      FloatVector best = FloatVector.fromArray(SPECIES, m, upper + p);
      FloatVector next = FloatVector.fromArray(SPECIES, m, upper + p + LANES);
      VectorMask<Float> larger = next.compare(VectorOperators.GT, best);
      best = best.blend(next, larger);
      FloatVector code = FloatVector.zero(SPECIES).blend(1f, larger);
      next = FloatVector.fromArray(SPECIES, m, lower + p);
      larger = next.compare(VectorOperators.GT, best);
      best = best.blend(next, larger);
      code = code.blend(2f, larger);
      next = FloatVector.fromArray(SPECIES, m, lower + p + LANES);
      larger = next.compare(VectorOperators.GT, best);
      best = best.blend(next, larger);
      code.blend(3f, larger).intoArray(m, codes + i);
      best.add(biases).intoArray(m, to + i);
    }
  }

  /**
   * Spreads a row of gradients over two: each goes to the value that was the maximum, 0 to the
   * other three.
   *
   * @param gradients first gradient of the pooled row
   * @param codes first number
   * @param squares gradients in the row
   * @param upper first vector of the upper row
   * @param lower first vector of the lower row
   */
  static void backward(float[] m, int gradients, int codes, int squares, int upper, int lower) {
    FloatVector zero = FloatVector.zero(SPECIES);
    for (int i = 0, p = 0; i < squares * LANES; i += LANES, p += 2 * LANES) {
      FloatVector d = FloatVector.fromArray(SPECIES, m, gradients + i);
      FloatVector code = FloatVector.fromArray(SPECIES, m, codes + i);
      zero.blend(d, code.compare(VectorOperators.EQ, 0f)).intoArray(m, upper + p);
      zero.blend(d, code.compare(VectorOperators.EQ, 1f)).intoArray(m, upper + p + LANES);
      zero.blend(d, code.compare(VectorOperators.EQ, 2f)).intoArray(m, lower + p);
      zero.blend(d, code.compare(VectorOperators.EQ, 3f)).intoArray(m, lower + p + LANES);
    }
  }
}
