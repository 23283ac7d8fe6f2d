package org.aeworkbench.vector;

/** One layer of a network: what it computes and how many values it takes and gives. */
public sealed interface LayerShape {

  /** Number of trainable parameters: weights, then biases. */
  int parameterCount();

  /**
   * The shape this layer makes of {@code input}.
   *
   * @throws IllegalArgumentException if the layer cannot take that input
   */
  MapShape outputShape(MapShape input);

  /** Multiplications of weight and value for one image in the direct algorithm. */
  long multiplications(MapShape input);

  /**
   * A fully connected layer. Parameters: weights [inputs][outputs] row-major, then biases.
   *
   * @param inputs values per image that it takes
   * @param outputs units
   * @param activation applied to the weighted sums
   */
  record Dense(int inputs, int outputs, Activation activation) implements LayerShape {
    /** Refuses a layer without units. */
    public Dense {
      requirePositive("A dense layer's inputs", inputs);
      requirePositive("A dense layer's outputs", outputs);
    }

    @Override
    public int parameterCount() {
      return inputs * outputs + outputs;
    }

    @Override
    public MapShape outputShape(MapShape input) {
      if (input.size() != inputs) {
        throw new IllegalArgumentException(
            "A dense layer of " + inputs + " inputs cannot take " + input);
      }
      return new MapShape(outputs, 1, 1);
    }

    @Override
    public long multiplications(MapShape input) {
      return (long) inputs * outputs;
    }
  }

  /**
   * A 3×3 convolution with stride 1. Parameters: weights [outputChannels][inputChannels][ky][kx],
   * then biases.
   *
   * @param inputChannels maps that it takes
   * @param outputChannels maps that it gives
   * @param padding whether the border is padded with zeros
   * @param activation applied to the weighted sums
   */
  record Convolution(int inputChannels, int outputChannels, Padding padding, Activation activation)
      implements LayerShape {
    /** Side of the square kernel. */
    public static final int KERNEL = 3;

    /** Refuses a layer without maps. */
    public Convolution {
      requirePositive("A convolution's input channels", inputChannels);
      requirePositive("A convolution's output channels", outputChannels);
    }

    @Override
    public int parameterCount() {
      return outputChannels * (inputChannels * KERNEL * KERNEL + 1);
    }

    @Override
    public MapShape outputShape(MapShape input) {
      if (input.channels() != inputChannels) {
        throw new IllegalArgumentException(
            "A convolution of " + inputChannels + " input channels cannot take " + input);
      }
      int lost = padding == Padding.SAME ? 0 : KERNEL - 1;
      if (input.height() <= lost || input.width() <= lost) {
        throw new IllegalArgumentException("A valid 3×3 convolution cannot take " + input);
      }
      return new MapShape(outputChannels, input.height() - lost, input.width() - lost);
    }

    @Override
    public long multiplications(MapShape input) {
      return (long) outputShape(input).size() * inputChannels * KERNEL * KERNEL;
    }
  }

  /**
   * 2×2 max pooling with stride 2; an odd last row or column is pooled alone, so that 7 becomes 4.
   * Of equal values the first in row-major order is the maximum and gets the gradient.
   */
  record MaxPooling() implements LayerShape {
    @Override
    public int parameterCount() {
      return 0;
    }

    @Override
    public MapShape outputShape(MapShape input) {
      return new MapShape(input.channels(), (input.height() + 1) / 2, (input.width() + 1) / 2);
    }

    @Override
    public long multiplications(MapShape input) {
      return 0;
    }
  }

  /** Nearest-neighbour upsampling: every value becomes a 2×2 square. */
  record Upsampling() implements LayerShape {
    @Override
    public int parameterCount() {
      return 0;
    }

    @Override
    public MapShape outputShape(MapShape input) {
      return new MapShape(input.channels(), 2 * input.height(), 2 * input.width());
    }

    @Override
    public long multiplications(MapShape input) {
      return 0;
    }
  }

  /** What a convolution assumes beyond the border. */
  enum Padding {
    /** One ring of zeros: the map keeps its size. */
    SAME,
    /** Nothing: the map loses one row or column at each side. */
    VALID
  }

  private static void requirePositive(String what, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(what + " must be at least 1, not " + value);
    }
  }
}
