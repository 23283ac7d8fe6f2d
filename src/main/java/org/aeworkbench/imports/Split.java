package org.aeworkbench.imports;

import org.aeworkbench.datasets.store.Part;
import org.aeworkbench.imports.source.SplitMix;

/**
 * Which images are to judge by, where the source does not say: one at random of every so many that
 * come one after the other, so that the share is kept however many there are. For one thread.
 */
final class Split {
  private final Part few;
  private final Part many;
  private final double every;
  private final SplitMix random;
  private long index;
  private long block;
  private long chosen;

  /**
   * @param testFraction in 0…1 without both ends
   */
  Split(double testFraction, long seed) {
    boolean mostLearned = testFraction <= 0.5;
    few = mostLearned ? Part.TEST : Part.TRAINING;
    many = mostLearned ? Part.TRAINING : Part.TEST;
    every = 1 / (mostLearned ? testFraction : 1 - testFraction);
    random = new SplitMix(seed);
    choose();
  }

  /** Such that a few images leave something for both parts. */
  static Split ofFew(double testFraction, long seed, long images) {
    double one = 1.0 / images;
    return new Split(Math.clamp(testFraction, one, 1 - one), seed);
  }

  /** The part of the next image. */
  Part next() {
    if (index == end(block)) {
      block++;
      choose();
    }
    return index++ == chosen ? few : many;
  }

  private void choose() {
    long start = end(block - 1);
    chosen = start + (long) ((end(block) - start) * random.unit());
  }

  private long end(long ofBlock) {
    return Math.round((ofBlock + 1) * every);
  }
}
