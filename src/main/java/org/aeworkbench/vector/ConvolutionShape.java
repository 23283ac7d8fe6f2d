package org.aeworkbench.vector;

import org.aeworkbench.model.Shape;

/**
 * A convolution with the upsampling before it and the pooling after it, neither of which ever
 * exists in memory at full size.
 *
 * @param kind how it steps
 * @param valid whether nothing is added at the border
 * @param pooled whether the sums are pooled
 * @param readsImage whether its input is the image itself
 * @param writesImage whether its sums are those of the reconstruction
 * @param input shape before the upsampling
 * @param sums shape of the weighted sums
 * @param output shape after the pooling
 */
record ConvolutionShape(
    Kind kind,
    boolean valid,
    boolean pooled,
    boolean readsImage,
    boolean writesImage,
    Shape.Maps input,
    Shape.Maps sums,
    Shape.Maps output) {

  /** How a convolution steps. */
  enum Kind {
    /** Position by position. */
    PLAIN,
    /** Position by position of maps that are upsampled first. */
    UPSAMPLED,
    /** Over every second position. */
    STRIDED,
    /** From every position to two. */
    TRANSPOSED
  }

  /** Whether its sums have twice the input's sides, but for what a valid border takes. */
  boolean doubles() {
    return kind == Kind.UPSAMPLED || kind == Kind.TRANSPOSED;
  }

  /** Zeros before the first of {@code side} rows or columns. */
  int padding(int side) {
    if (valid) {
      return 0;
    }
    return kind == Kind.STRIDED && side % 2 == 0 ? 0 : 1;
  }

  /** Input channels. */
  int inputs() {
    return input.channels();
  }

  /** Output channels. */
  int outputs() {
    return output.channels();
  }
}
