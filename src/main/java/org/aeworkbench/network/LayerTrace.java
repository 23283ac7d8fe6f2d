package org.aeworkbench.network;

/**
 * A layer as one sees it: what it does, what leaves it, what it has to learn.
 *
 * @param kind what the layer computes
 * @param description in the lab's terms, for instance {@code Conv 8 3×3 relu}
 * @param height rows of the output; 1 for a vector
 * @param width columns of the output; 1 for a vector
 * @param channels channels of the output; the length of a vector
 * @param parameters number of weights and biases
 * @param bottleneck true for the layer whose output is the code
 */
public record LayerTrace(
    Kind kind,
    String description,
    int height,
    int width,
    int channels,
    int parameters,
    boolean bottleneck) {
  /** What a layer computes. */
  public enum Kind {
    /** The image itself. */
    INPUT,
    /** Fully connected. */
    DENSE,
    /** 3×3 convolution. */
    CONVOLUTION,
    /** 2×2 max pooling. */
    POOLING,
    /** Nearest-neighbour upsampling by two. */
    UPSAMPLING
  }

  /** Numbers in the output. */
  public int size() {
    return height * width * channels;
  }

  /** {@code 784}, or {@code 14×14×16} for a map. */
  public String shape() {
    return height == 1 && width == 1 ? "" + channels : height + "×" + width + "×" + channels;
  }
}
