package org.aeworkbench.model;

/** The hash behind everything that looks like chance and has to come again: Splitmix64. */
public final class SplitMix {
  private SplitMix() {}

  /** The generator's output for a state (Steele and others 2014): any bit depends on any other. */
  public static long of(long x) {
    long z = x + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
