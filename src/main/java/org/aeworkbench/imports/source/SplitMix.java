package org.aeworkbench.imports.source;

/**
 * Steele, Lea and Flood's SplitMix64: what of a data set is decided by a seed has to be the same
 * with every version of Java.
 */
public final class SplitMix {
  private long state;

  /** Begins with a seed. */
  public SplitMix(long seed) {
    state = seed;
  }

  /** The next 64 bits. */
  public long next() {
    state += 0x9E3779B97F4A7C15L;
    long z = (state ^ state >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }

  /** In 0…1 without 1. */
  public double unit() {
    return (next() >>> 11) * 0x1.0p-53;
  }

  /** A whole number in 0…bound without bound. */
  public int below(int bound) {
    return (int) (unit() * bound);
  }
}
