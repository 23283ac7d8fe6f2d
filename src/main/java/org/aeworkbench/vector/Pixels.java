package org.aeworkbench.vector;

import static org.aeworkbench.vector.Tiling.LANES;
import static org.aeworkbench.vector.Tiling.SPECIES;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** Unsigned bytes made floats between 0 and 1: exactly pixel / 255, rounded once. */
final class Pixels {
  private static final float MAX = 255f;
  private static final float[] VALUES = new float[256];

  static {
    for (int i = 0; i < VALUES.length; i++) {
      VALUES[i] = i / MAX;
    }
  }

  /** Bytes for as many lanes as there are floats; the smallest byte vector has 8. */
  private static final VectorSpecies<Byte> BYTES =
      VectorSpecies.of(byte.class, VectorShape.forBitSize(Math.max(8, LANES) * Byte.SIZE));

  private static final VectorSpecies<Integer> INTS = SPECIES.withLanes(int.class);

  private Pixels() {}

  /** One pixel. */
  static float value(byte pixel) {
    return VALUES[Byte.toUnsignedInt(pixel)];
  }

  /**
   * A row of pixels.
   *
   * @param from first pixel in {@code images}
   * @param to first value in memory
   * @param n pixels
   */
  static void convert(byte[] images, int from, float[] m, int to, int n) {
    int i = 0;
    if (BYTES.length() == LANES) {
      for (; i <= n - LANES; i += LANES) {
        FloatVector pixels =
            (FloatVector)
                ByteVector.fromArray(BYTES, images, from + i)
                    .convertShape(VectorOperators.ZERO_EXTEND_B2I, INTS, 0)
                    .convert(VectorOperators.I2F, 0);
        divideByMax(pixels).intoArray(m, to + i);
      }
    }
    for (; i < n; i++) {
      m[to + i] = value(images[from + i]);
    }
  }

  /** The quotient by multiplication, its error found and corrected, which rounds as division. */
  private static FloatVector divideByMax(FloatVector x) {
    FloatVector quotient = x.mul(1 / MAX);
    FloatVector error = quotient.fma(FloatVector.broadcast(SPECIES, -MAX), x);
    return error.fma(FloatVector.broadcast(SPECIES, 1 / MAX), quotient);
  }
}
