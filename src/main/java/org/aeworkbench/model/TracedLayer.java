package org.aeworkbench.model;

/**
 * A layer in its place.
 *
 * @param part where it stands
 * @param index within its part, from 0; in the code 0 is the mean, 1 the log-variance
 * @param layer what it does
 * @param input what it takes
 * @param output what it gives
 */
public record TracedLayer(Part part, int index, Layer layer, Shape input, Shape output) {
  /** Weights and biases. */
  public long parameters() {
    return layer.parameters(input);
  }

  /** Multiply-adds for one image by the direct algorithm. */
  public long multiplications() {
    return layer.multiplications(input);
  }
}
