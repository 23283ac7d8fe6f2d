package org.aeworkbench.vector;

/**
 * One array of floats for everything a network computes with; buffers are index ranges of it.
 *
 * <p>A vector load that crosses a cache line costs two, a third of a kernel's speed. The JVM offers
 * no alignment, but its default collector starts an array of several megabytes at the start of a
 * page and never moves it: with 16 bytes of header, index 12 starts a cache line, and so does every
 * buffer from there on. Elsewhere the results are the same and only the speed differs.
 */
final class Memory {
  /** Index of the first buffer. */
  static final int FIRST = 12;

  private static final int LINE = 16;
  private static final int LARGE = 1 << 20;

  private int next = FIRST;

  /** Reserves a buffer and returns its first index. */
  int reserve(int floats) {
    int start = next;
    next = Math.addExact(start, Math.ceilDiv(floats, LINE) * LINE);
    return start;
  }

  /** Floats reserved so far. */
  int length() {
    return next - FIRST;
  }

  /** Makes the array, all zeros, large enough to be aligned. */
  float[] allocate() {
    return new float[Math.max(next, LARGE)];
  }

  /** Makes the array, all zeros, as small as possible: for short work on few images. */
  float[] allocateSmall() {
    return new float[next];
  }
}
