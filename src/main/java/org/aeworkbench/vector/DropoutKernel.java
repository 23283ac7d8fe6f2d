package org.aeworkbench.vector;

import static org.aeworkbench.vector.Tiling.LANES;
import static org.aeworkbench.vector.Tiling.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.aeworkbench.model.SplitMix;

/**
 * Multiplies numbers by 0, or by 1 / (1 − rate), as a hash of their place decides: no state, so
 * that any thread comes to the same, and the way back to the same as the way there.
 *
 * <p>A number's hash is mixed of the 32-bit key of its image and of its index in the image (the
 * finaliser of MurmurHash3 with the constants of Chris Wellons' lowbias32). It is dropped if the
 * hash's upper 24 bits, as a fraction, are below the rate.
 */
final class DropoutKernel {
  private static final VectorSpecies<Integer> INTS = SPECIES.withLanes(int.class);
  private static final int INDEX_FACTOR = 0x9E3779B9;
  private static final int FACTOR_1 = 0x21F0AAAD;
  private static final int FACTOR_2 = 0x735A2D97;
  private static final int FRACTION_BITS = 24;

  private final int threshold;
  private final float factor;

  DropoutKernel(double rate) {
    threshold = (int) Math.round(rate * (1 << FRACTION_BITS));
    factor = (float) (1 / (1 - rate));
  }

  /** Key of a dropout layer. */
  static long layerKey(long seed, int layer) {
    return SplitMix.of(SplitMix.of(seed) + layer);
  }

  /** Key of an image. */
  static int key(long layerKey, long step, int position) {
    return (int) (SplitMix.of(SplitMix.of(layerKey + step) + position) >>> 32);
  }

  /** Whether the number of an index is dropped, one at a time. */
  boolean drops(int key, int index) {
    int x = key ^ index * INDEX_FACTOR;
    x ^= x >>> 16;
    x *= FACTOR_1;
    x ^= x >>> 15;
    x *= FACTOR_2;
    x ^= x >>> 15;
    return x >>> (Integer.SIZE - FRACTION_BITS) < threshold;
  }

  /** Factor of what is not dropped. */
  float factor() {
    return factor;
  }

  /** The numbers of one image. */
  void row(float[] m, int values, int n, int key) {
    IntVector index = IntVector.zero(INTS).addIndex(1);
    int i = 0;
    for (; i <= n - LANES; i += LANES) {
      IntVector place = index.add(i).mul(INDEX_FACTOR).lanewise(VectorOperators.XOR, key);
      apply(m, values + i, place);
    }
    for (; i < n; i++) {
      m[values + i] = drops(key, i) ? 0f : m[values + i] * factor;
    }
  }

  /**
   * Neighbouring positions of a tile, one image a lane.
   *
   * @param keys of the images
   * @param index of the first position in an image
   */
  void tileRow(float[] m, int values, int positions, int[] keys, int index) {
    IntVector key = IntVector.fromArray(INTS, keys, 0);
    for (int x = 0; x < positions; x++) {
      IntVector place = key.lanewise(VectorOperators.XOR, (index + x) * INDEX_FACTOR);
      apply(m, values + x * LANES, place);
    }
  }

  private void apply(float[] m, int at, IntVector place) {
    IntVector x = place.lanewise(VectorOperators.XOR, place.lanewise(VectorOperators.LSHR, 16));
    x = x.mul(FACTOR_1);
    x = x.lanewise(VectorOperators.XOR, x.lanewise(VectorOperators.LSHR, 15));
    x = x.mul(FACTOR_2);
    x = x.lanewise(VectorOperators.XOR, x.lanewise(VectorOperators.LSHR, 15));
    IntVector fraction = x.lanewise(VectorOperators.LSHR, Integer.SIZE - FRACTION_BITS);
    FloatVector value = FloatVector.fromArray(SPECIES, m, at).mul(factor);
    value.blend(FloatVector.zero(SPECIES), fraction.lt(threshold).cast(SPECIES)).intoArray(m, at);
  }
}
