package org.aeworkbench.vector;

import static org.aeworkbench.vector.Tiling.LANES;
import static org.aeworkbench.vector.Tiling.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * Elementary functions over rows of memory, to about one part in ten million. The platform's own
 * are fast on some processors and systems only; these are polynomials everywhere. NaN stays NaN.
 *
 * <p>Each loop is small for a reason: the compiler stops inlining in the middle of a long one, and
 * a vector that is passed to a call becomes an object.
 */
final class Functions {
  private static final float HIGHEST = 87f;
  private static final float LOG2_E = 1.44269504f;
  private static final float LN2_HIGH = 0.693359375f;
  private static final float LN2_LOW = -2.12194440e-4f;

  /** Half of ln 2, below 0: as far as the polynomial of the exponential reaches. */
  private static final float SMALL = -0.34657359f;

  /** Adding 1.5·2²³ rounds to an integer, which then stands in the lowest bits. */
  private static final float ROUNDER = 12582912f;

  private static final int EXPONENT_SHIFT = 23;
  private static final int ONE_BITS = Float.floatToRawIntBits(1f);

  private Functions() {}

  /**
   * exp(-|z|) of a row; beyond 87 it stays at exp(-87). With n the nearest integer to -|z|/ln 2 and
   * r = |z| + n·ln 2, at most ln(2)/2 either way, it is 2ⁿ·exp(-r) by Cephes' polynomial.
   *
   * @param z first value
   * @param to first result, may be {@code z}
   * @param length values, whole vectors
   */
  static void exponentials(float[] m, int z, int to, int length) {
    for (int i = 0; i < length; i += LANES) {
      FloatVector a = FloatVector.fromArray(SPECIES, m, z + i).abs();
      a = a.blend(constant(HIGHEST), a.compare(VectorOperators.GT, HIGHEST));
      FloatVector rounded = a.fma(constant(-LOG2_E), constant(ROUNDER));
      FloatVector n = rounded.sub(constant(ROUNDER));
      FloatVector r = n.fma(constant(LN2_LOW), n.fma(constant(LN2_HIGH), a));
      FloatVector p = r.fma(constant(-1.9875691500e-4f), constant(1.3981999507e-3f));
      p = p.fma(r, constant(-8.3334519073e-3f));
      p = p.fma(r, constant(4.1665795894e-2f));
      p = p.fma(r, constant(-1.6666665459e-1f));
      p = p.fma(r, constant(5.0000001201e-1f));
      p = p.fma(r.mul(r), constant(1f).sub(r));
      IntVector bits = rounded.reinterpretAsInts().lanewise(VectorOperators.LSHL, EXPONENT_SHIFT);
      FloatVector power = bits.add(ONE_BITS).reinterpretAsFloats();
      p.mul(power).intoArray(m, to + i);
    }
  }

  /**
   * log(1 + e) for e in [0, 1], as 2·artanh(s), by a polynomial fitted to it.
   *
   * @param s e/(2+e), at most 1/3
   */
  static FloatVector log1p(FloatVector s) {
    FloatVector w = s.mul(s);
    FloatVector p = w.fma(constant(0.28157777f), constant(0.27965158f));
    p = p.fma(w, constant(0.40024596f));
    p = p.fma(w, constant(0.6666632f));
    return p.fma(w, constant(2f)).mul(s);
  }

  /**
   * 1/(1 + exp(-z)) of one vector.
   *
   * @param e exp(-|z|)
   */
  static FloatVector sigmoid(FloatVector z, FloatVector e) {
    FloatVector positiveSide = constant(1f).div(e.add(constant(1f)));
    return positiveSide.blend(e.mul(positiveSide), z.compare(VectorOperators.LT, 0f));
  }

  /**
   * The sigmoid of a row, in place.
   *
   * @param e scratch for {@code length} values
   */
  static void sigmoids(float[] m, int z, int e, int length) {
    exponentials(m, z, e, length);
    for (int i = 0; i < length; i += LANES) {
      FloatVector exponential = FloatVector.fromArray(SPECIES, m, e + i);
      sigmoid(FloatVector.fromArray(SPECIES, m, z + i), exponential).intoArray(m, z + i);
    }
  }

  /**
   * Hyperbolic tangent of a row, in place: ±(1 - e)/(1 + e) with e = exp(-2|z|) beyond 0.625, where
   * nothing cancels, and Cephes' polynomial below.
   *
   * @param e scratch for {@code length} values
   */
  static void tangents(float[] m, int z, int e, int length) {
    for (int i = 0; i < length; i += LANES) {
      FloatVector twice = FloatVector.fromArray(SPECIES, m, z + i);
      twice.add(twice).intoArray(m, e + i);
    }
    exponentials(m, e, e, length);
    for (int i = 0; i < length; i += LANES) {
      FloatVector x = FloatVector.fromArray(SPECIES, m, z + i);
      FloatVector exponential = FloatVector.fromArray(SPECIES, m, e + i);
      FloatVector large = constant(1f).sub(exponential).div(exponential.add(constant(1f)));
      VectorMask<Float> negative = x.compare(VectorOperators.LT, 0f);
      large.blend(large.neg(), negative).intoArray(m, e + i);
    }
    for (int i = 0; i < length; i += LANES) {
      FloatVector x = FloatVector.fromArray(SPECIES, m, z + i);
      FloatVector w = x.mul(x);
      FloatVector p = w.fma(constant(-5.70498872745e-3f), constant(2.06390887954e-2f));
      p = p.fma(w, constant(-5.37397155531e-2f));
      p = p.fma(w, constant(1.33314422036e-1f));
      p = p.fma(w, constant(-3.33332819422e-1f));
      FloatVector small = p.mul(w).fma(x, x);
      FloatVector large = FloatVector.fromArray(SPECIES, m, e + i);
      small.blend(large, x.abs().compare(VectorOperators.GT, 0.625f)).intoArray(m, z + i);
    }
  }

  /**
   * z, or exp(z) − 1 below 0, of a row, in place. Close to 0, where the 1 would take the digits
   * away, it is the polynomial of {@link #exponentials} without its 1.
   *
   * @param e scratch for {@code length} values
   */
  static void elus(float[] m, int z, int e, int length) {
    exponentials(m, z, e, length);
    for (int i = 0; i < length; i += LANES) {
      FloatVector x = FloatVector.fromArray(SPECIES, m, z + i);
      FloatVector below = FloatVector.fromArray(SPECIES, m, e + i).sub(constant(1f));
      FloatVector p = x.fma(constant(1.9875691500e-4f), constant(1.3981999507e-3f));
      p = p.fma(x, constant(8.3334519073e-3f));
      p = p.fma(x, constant(4.1665795894e-2f));
      p = p.fma(x, constant(1.6666665459e-1f));
      p = p.fma(x, constant(5.0000001201e-1f));
      FloatVector small = p.fma(x.mul(x), x);
      below = below.blend(small, x.compare(VectorOperators.GT, SMALL));
      x.blend(below, x.compare(VectorOperators.LT, 0f)).intoArray(m, z + i);
    }
  }

  /** max(z, 0), NaN for NaN. */
  static FloatVector relu(FloatVector z) {
    return z.blend(FloatVector.zero(SPECIES), z.compare(VectorOperators.LT, 0f));
  }

  private static FloatVector constant(float c) {
    return FloatVector.broadcast(SPECIES, c);
  }
}
