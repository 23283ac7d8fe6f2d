package org.aeworkbench.ui.latent;

/** Where a code comes from, before sliders are moved. */
public sealed interface CodeStart {
  /**
   * The code of a test image.
   *
   * @param index in the test set
   */
  record Image(int index) implements CodeStart {}

  /** The mean of the codes of all test images. */
  record Mean() implements CodeStart {}

  /**
   * A code drawn at random, every number from its dimension's range.
   *
   * @param seed the same seed gives the same code
   */
  record Random(long seed) implements CodeStart {}

  /**
   * A point on the straight line between the codes of two test images.
   *
   * @param from index in the test set
   * @param to index in the test set
   * @param share 0 at {@code from}, 1 at {@code to}
   */
  record Between(int from, int to, double share) implements CodeStart {}

  /** True if the codes of the whole test set have to be known for it. */
  default boolean needsStatistics() {
    return this instanceof Mean || this instanceof Random;
  }

  /** The test images that it is made of, as indices in the test set. */
  default int[] images() {
    return switch (this) {
      case Image image -> new int[] {image.index()};
      case Between between -> new int[] {between.from(), between.to()};
      case Mean mean -> new int[0];
      case Random code -> new int[0];
    };
  }
}
