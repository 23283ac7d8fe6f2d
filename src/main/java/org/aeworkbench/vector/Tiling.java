package org.aeworkbench.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Everything the engine knows about vectors, tiles and padding, in one place.
 *
 * <p>A dimension that runs along vectors is padded with zeros to whole vectors, and at least to
 * {@link #ROWS}, so that no kernel has a tail. Register tiles are 8 rows (or channels) times up to
 * 3 vectors: 24 accumulators, 3 right-hand vectors and one broadcast fill the 32 registers of
 * AVX-512 and NEON, reach 80 % of their peak and still half of it with the 16 registers of AVX2.
 */
final class Tiling {
  /** The machine's widest vectors of floats. */
  static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

  /** Floats in a vector: 4, 8 or 16. Also the images of a convolution tile. */
  static final int LANES = SPECIES.length();

  /** Rows of a dense register tile; output channels of a convolution's. */
  static final int ROWS = 8;

  /** Vectors across a dense register tile; positions along a convolution's. */
  static final int WIDTH = 3;

  /** Images that one task of a dense network takes through all layers. */
  static final int BLOCK_IMAGES = 16;

  /** Images whose activations are in memory at a time; larger batches go chunk by chunk. */
  static final int CHUNK_IMAGES = 512;

  /** Floats whose multiples fall into the same eighth of a first-level cache. */
  private static final int CONFLICT = 512;

  /** Floats of a cache line. */
  private static final int LINE = 16;

  private static final int UNIT = Math.max(LANES, ROWS);

  private Tiling() {}

  /** The length of a row of n values: whole vectors and whole register tiles. */
  static int padded(int n) {
    return Math.ceilDiv(n, UNIT) * UNIT;
  }

  /**
   * The distance of rows of n values that are read one below the other: rows at a large power of
   * two would all fall into the same few lines of a cache, and each would drive out the other.
   */
  static int rowStride(int n) {
    int length = padded(n);
    return length % CONFLICT == 0 ? length + LINE : length;
  }

  /**
   * The sum of a vector in memory, its upper half added to its lower until one float is left.
   * {@code reduceLanes} adds in another order before its caller is compiled than after, and a
   * training has to come to the same bits whenever that happens.
   */
  static float sumOfLanes(float[] m, int at) {
    return (fourth(m, at) + fourth(m, at + 2)) + (fourth(m, at + 1) + fourth(m, at + 3));
  }

  private static float fourth(float[] m, int at) {
    return switch (LANES) {
      case 4 -> m[at];
      case 8 -> m[at] + m[at + 4];
      case 16 -> (m[at] + m[at + 8]) + (m[at + 4] + m[at + 12]);
      default -> throw new IllegalStateException("vectors of " + LANES + " floats");
    };
  }

  /** How many of the remaining columns or positions the next tile takes: 3, but never leaving 1. */
  static int nextWidth(int remaining) {
    return remaining == WIDTH + 1 ? 2 : Math.min(WIDTH, remaining);
  }
}
