package org.aeworkbench.vector;

import static org.aeworkbench.vector.Tiling.LANES;
import static org.aeworkbench.vector.Tiling.SPECIES;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import org.aeworkbench.model.Corruption;
import org.aeworkbench.model.SplitMix;

/**
 * Random numbers by their place in a stream ({@link org.aeworkbench.model.NoiseStreams}), and what
 * they do to images. Uniform number n is the upper 24 bits of the hash of origin + n, as a
 * fraction; normal number n is made of the uniform ones 2n and 2n + 1 (Box and Muller 1958).
 *
 * <p>Holds scratch memory: for one thread at a time.
 */
public final class Noise {
  private static final int SHIFT = 40;
  private static final float UNIT = 0x1p-24f;

  /** Numbers at a time: what stays in the nearest cache. */
  private static final int BLOCK = 256;

  private static final float LN2_HIGH = 0.693359375f;
  private static final float LN2_LOW = -2.12194440e-4f;
  private static final float ROOT_HALF = 0.70710678f;
  private static final int MANTISSA_BITS = 23;
  private static final int MANTISSA = (1 << MANTISSA_BITS) - 1;
  private static final int HALF_BITS = Float.floatToRawIntBits(0.5f);
  private static final int HALF_EXPONENT = 126;

  private final float[] first = new float[BLOCK];
  private final float[] second = new float[BLOCK];

  /** Uniform number n of a stream, in [0, 1). */
  static float uniform(long origin, long n) {
    return (SplitMix.of(origin + n) >>> SHIFT) * UNIT;
  }

  /**
   * Normal numbers of a stream.
   *
   * @param from number of the first
   * @param out where {@code count} of them go, from {@code at} on
   */
  public void gaussians(long origin, long from, float[] out, int at, int count) {
    for (int start = 0; start < count; start += BLOCK) {
      int n = Math.min(BLOCK, count - start);
      block(origin, from + start, n);
      System.arraycopy(first, 0, out, at + start, n);
    }
  }

  /**
   * Corrupts numbers in place.
   *
   * @param from number, in the stream, of the first
   * @param values in 0…1, {@code count} of them from {@code at} on
   */
  public void corrupt(
      Corruption corruption, long origin, long from, float[] values, int at, int count) {
    switch (corruption) {
      case Corruption.None _ -> {}
      case Corruption.Gaussian gaussian ->
          add((float) gaussian.level(), origin, from, values, at, count);
      case Corruption.Masking masking -> {
        for (int i = 0; i < count; i++) {
          if (uniform(origin, from + i) < masking.level()) {
            values[at + i] = 0;
          }
        }
      }
      case Corruption.SaltAndPepper both -> {
        for (int i = 0; i < count; i++) {
          float u = uniform(origin, from + i);
          if (u < both.level()) {
            values[at + i] = u < both.level() / 2 ? 0 : 1;
          }
        }
      }
    }
  }

  private void add(float sigma, long origin, long from, float[] values, int at, int count) {
    for (int start = 0; start < count; start += BLOCK) {
      int n = Math.min(BLOCK, count - start);
      block(origin, from + start, n);
      for (int i = 0; i < n; i++) {
        float sum = values[at + start + i] + sigma * first[i];
        values[at + start + i] = Math.clamp(sum, 0f, 1f);
      }
    }
  }

  /** Normal numbers into {@link #first}. */
  private void block(long origin, long from, int count) {
    for (int i = 0; i < count; i++) {
      long n = origin + 2 * (from + i);
      first[i] = ((SplitMix.of(n) >>> SHIFT) + 1) * UNIT;
      second[i] = (SplitMix.of(n + 1) >>> SHIFT) * UNIT;
    }
    int whole = Math.ceilDiv(count, LANES) * LANES;
    Arrays.fill(first, count, whole, 1f);
    Arrays.fill(second, count, whole, 0f);
    radii(first, whole);
    cosines(second, whole);
    for (int i = 0; i < whole; i += LANES) {
      FloatVector.fromArray(SPECIES, first, i)
          .mul(FloatVector.fromArray(SPECIES, second, i))
          .intoArray(first, i);
    }
  }

  /** √(−2 ln a) for a in (0, 1], in place; the logarithm by Cephes' polynomial. */
  private static void radii(float[] a, int length) {
    for (int i = 0; i < length; i += LANES) {
      IntVector bits = FloatVector.fromArray(SPECIES, a, i).reinterpretAsInts();
      IntVector exponent = bits.lanewise(VectorOperators.LSHR, MANTISSA_BITS).sub(HALF_EXPONENT);
      FloatVector m =
          bits.and(MANTISSA).or(HALF_BITS).reinterpretAsFloats(); // a = m · 2^e, m in [½, 1)
      FloatVector e = (FloatVector) exponent.convert(VectorOperators.I2F, 0);
      VectorMask<Float> low = m.compare(VectorOperators.LT, ROOT_HALF);
      e = e.blend(e.sub(1f), low);
      FloatVector x = m.blend(m.add(m), low).sub(1f);
      FloatVector w = x.mul(x);
      FloatVector p = x.fma(constant(7.0376836292e-2f), constant(-1.1514610310e-1f));
      p = p.fma(x, constant(1.1676998740e-1f));
      p = p.fma(x, constant(-1.2420140846e-1f));
      p = p.fma(x, constant(1.4249322787e-1f));
      p = p.fma(x, constant(-1.6668057665e-1f));
      p = p.fma(x, constant(2.0000714765e-1f));
      p = p.fma(x, constant(-2.4999993993e-1f));
      p = p.fma(x, constant(3.3333331174e-1f));
      p = p.mul(x).mul(w);
      p = e.fma(constant(LN2_LOW), p);
      p = w.fma(constant(-0.5f), p);
      FloatVector log = e.fma(constant(LN2_HIGH), x.add(p));
      log.mul(-2f).max(0f).sqrt().intoArray(a, i);
    }
  }

  /** cos 2πb for b in [0, 1), in place: the sine of a quarter less, which is exact in a float. */
  private static void cosines(float[] b, int length) {
    for (int i = 0; i < length; i += LANES) {
      FloatVector x = FloatVector.fromArray(SPECIES, b, i);
      FloatVector u = x.sub(0.5f).abs().sub(0.25f);
      FloatVector w = u.mul(u);
      FloatVector p = w.fma(constant(3.8199526f), constant(-15.094642f));
      p = p.fma(w, constant(42.058693f));
      p = p.fma(w, constant(-76.70586f));
      p = p.fma(w, constant(81.60525f));
      p = p.fma(w, constant(-41.341702f));
      p.fma(w, constant(6.2831853f)).mul(u).intoArray(b, i);
    }
  }

  private static FloatVector constant(float c) {
    return FloatVector.broadcast(SPECIES, c);
  }
}
