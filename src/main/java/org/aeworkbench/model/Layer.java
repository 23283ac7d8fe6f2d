package org.aeworkbench.model;

import java.util.Optional;

/**
 * One layer of a network: what it computes, what it makes of a shape, what it has to learn. The
 * rules of padding and order are TensorFlow's and Keras'.
 *
 * <p>Parameters are weights, then biases: dense weights [in][out], convolution weights
 * [out][in][ky][kx], transposed convolution weights [in][out][ky][kx].
 */
public sealed interface Layer {
  /** Side of the square kernels. */
  int KERNEL = 3;

  /**
   * The shape that this layer makes of its input.
   *
   * @throws UnfitLayerException if it cannot take that input, with what would fit
   */
  Shape output(Shape input);

  /** Weights and biases for an input that fits. */
  default long parameters(Shape input) {
    return 0;
  }

  /** Multiply-adds for one image in the direct algorithm, for an input that fits. */
  default long multiplications(Shape input) {
    return 0;
  }

  /** What is applied to weighted sums; empty for a layer without weights. */
  default Optional<Activation> activation() {
    return Optional.empty();
  }

  /** The layer as a token of a network's text, for instance {@code conv:8:relu:valid}. */
  String text();

  /**
   * A fully connected layer; maps are flattened in the order channel, row, column.
   *
   * @param units numbers that it gives
   * @param function applied to the weighted sums
   */
  record Dense(int units, Activation function) implements Layer {
    /** Refuses a layer without units. */
    public Dense {
      LayerRanges.check("units", units, LayerRanges.MAX_VALUES);
    }

    @Override
    public Shape.Flat output(Shape input) {
      return new Shape.Flat(units);
    }

    @Override
    public long parameters(Shape input) {
      return (input.size() + 1L) * units;
    }

    @Override
    public long multiplications(Shape input) {
      return (long) input.size() * units;
    }

    @Override
    public Optional<Activation> activation() {
      return Optional.of(function);
    }

    @Override
    public String text() {
      return "dense:" + units + ":" + function.id();
    }
  }

  /**
   * A 3×3 convolution.
   *
   * @param filters maps that it gives
   * @param function applied to the weighted sums
   * @param border padding and stride
   */
  record Convolution(int filters, Activation function, Border border) implements Layer {
    /** Refuses a layer without filters. */
    public Convolution {
      LayerRanges.check("filters", filters, LayerRanges.MAX_FILTERS);
    }

    @Override
    public Shape.Maps output(Shape input) {
      Shape.Maps maps = LayerRanges.maps(input);
      return switch (border) {
        case SAME -> new Shape.Maps(filters, maps.height(), maps.width());
        case STRIDE2 -> new Shape.Maps(filters, (maps.height() + 1) / 2, (maps.width() + 1) / 2);
        case VALID -> {
          if (maps.height() < KERNEL || maps.width() < KERNEL) {
            throw new UnfitLayerException(
                "needs at least 3×3 positions, not " + input.text(), "Leave :valid out.");
          }
          yield new Shape.Maps(filters, maps.height() - 2, maps.width() - 2);
        }
      };
    }

    @Override
    public long parameters(Shape input) {
      return LayerRanges.kernelParameters(input, filters);
    }

    @Override
    public long multiplications(Shape input) {
      return (long) output(input).size() * LayerRanges.maps(input).channels() * KERNEL * KERNEL;
    }

    @Override
    public Optional<Activation> activation() {
      return Optional.of(function);
    }

    @Override
    public String text() {
      String tail =
          switch (border) {
            case SAME -> "";
            case VALID -> ":valid";
            case STRIDE2 -> ":stride2";
          };
      return "conv:" + filters + ":" + function.id() + tail;
    }
  }

  /**
   * A transposed 3×3 convolution of stride 2 from n to 2n: out[2i + k] += in[i] · w[k], of 2n + 1
   * rows and columns the first 2n.
   *
   * @param filters maps that it gives
   * @param function applied to the weighted sums
   */
  record TransposedConvolution(int filters, Activation function) implements Layer {
    /** Refuses a layer without filters. */
    public TransposedConvolution {
      LayerRanges.check("filters", filters, LayerRanges.MAX_FILTERS);
    }

    @Override
    public Shape.Maps output(Shape input) {
      Shape.Maps maps = LayerRanges.maps(input);
      return new Shape.Maps(filters, 2 * maps.height(), 2 * maps.width());
    }

    @Override
    public long parameters(Shape input) {
      return LayerRanges.kernelParameters(input, filters);
    }

    @Override
    public long multiplications(Shape input) {
      return (long) input.size() * filters * KERNEL * KERNEL;
    }

    @Override
    public Optional<Activation> activation() {
      return Optional.of(function);
    }

    @Override
    public String text() {
      return "tconv:" + filters + ":" + function.id();
    }
  }

  /**
   * 2×2 maximum with stride 2 to ceil(n/2): an odd last row or column is pooled alone. Of equal
   * values the first in row-major order is the maximum and gets the gradient.
   */
  record MaxPooling() implements Layer {
    @Override
    public Shape.Maps output(Shape input) {
      Shape.Maps maps = LayerRanges.maps(input);
      return new Shape.Maps(maps.channels(), (maps.height() + 1) / 2, (maps.width() + 1) / 2);
    }

    @Override
    public String text() {
      return "pool";
    }
  }

  /** Nearest-neighbour upsampling: every value becomes a 2×2 square. */
  record Upsampling() implements Layer {
    @Override
    public Shape.Maps output(Shape input) {
      Shape.Maps maps = LayerRanges.maps(input);
      return new Shape.Maps(maps.channels(), 2 * maps.height(), 2 * maps.width());
    }

    @Override
    public String text() {
      return "up";
    }
  }

  /**
   * The same numbers as maps, in the order channel, row, column.
   *
   * @param channels maps
   * @param height rows
   * @param width columns
   */
  record Reshape(int channels, int height, int width) implements Layer {
    /** Refuses a shape without numbers. */
    public Reshape {
      LayerRanges.check("channels", channels, LayerRanges.MAX_FILTERS);
      LayerRanges.check("rows", height, LayerRanges.MAX_MAP_SIDE);
      LayerRanges.check("columns", width, LayerRanges.MAX_MAP_SIDE);
    }

    @Override
    public Shape.Maps output(Shape input) {
      long size = (long) channels * height * width;
      if (size != input.size()) {
        throw new UnfitLayerException(
            "makes " + size + " numbers of " + input.size(),
            "Choose channels, rows and columns whose product is " + input.size() + ".");
      }
      return new Shape.Maps(channels, height, width);
    }

    @Override
    public String text() {
      return "reshape:" + channels + ":" + height + ":" + width;
    }
  }

  /**
   * The middle of each map: of d rows or columns too many, floor(d/2) are left out before and the
   * rest behind.
   *
   * @param height rows that stay
   * @param width columns that stay
   */
  record Crop(int height, int width) implements Layer {
    /** Refuses to leave nothing. */
    public Crop {
      LayerRanges.check("rows", height, LayerRanges.MAX_MAP_SIDE);
      LayerRanges.check("columns", width, LayerRanges.MAX_MAP_SIDE);
    }

    @Override
    public Shape.Maps output(Shape input) {
      Shape.Maps maps = LayerRanges.maps(input);
      if (height > maps.height() || width > maps.width()) {
        throw new UnfitLayerException(
            "is larger than its input of " + input.text(),
            "Choose at most crop:" + maps.height() + ":" + maps.width() + ".");
      }
      return new Shape.Maps(maps.channels(), height, width);
    }

    @Override
    public String text() {
      return "crop:" + height + ":" + width;
    }
  }

  /**
   * While training, each number becomes 0 with a probability, and the others are divided by what is
   * left of 1 (inverted dropout, Srivastava and others 2014); otherwise nothing happens.
   *
   * @param rate share that is dropped, 0 to below 1
   */
  record Dropout(double rate) implements Layer {
    /** Refuses a rate that leaves nothing. */
    public Dropout {
      LayerRanges.checkRate(rate);
    }

    @Override
    public Shape output(Shape input) {
      return input;
    }

    @Override
    public String text() {
      return "dropout:" + LayerRanges.text(rate);
    }
  }
}
