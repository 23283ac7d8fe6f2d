package org.aeworkbench.model;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Networks of every mixture of layers, small enough to be differentiated number by number. */
public final class RandomNetworks {
  private static final int MOST_VALUES = 400;

  private final RandomGenerator random;

  /** Networks that the generator's state decides. */
  public RandomNetworks(RandomGenerator random) {
    this.random = random;
  }

  /** A network that can run. */
  public NetworkSpec next() {
    ImageShape image =
        new ImageShape(1 + random.nextInt(11), 1 + random.nextInt(11), 1 + random.nextInt(3));
    List<Layer> encoder = new ArrayList<>();
    Shape code = some(image.maps(), encoder, 1 + random.nextInt(4));
    List<Layer> decoder = new ArrayList<>();
    Shape shape = some(code, decoder, random.nextInt(3));
    end(image, shape, decoder);
    return new NetworkSpec(image, encoder, decoder);
  }

  private Shape some(Shape from, List<Layer> layers, int count) {
    Shape shape = from;
    while (layers.size() < count) {
      Layer layer = any(shape);
      try {
        Shape output = layer.output(shape);
        if (output.size() <= MOST_VALUES) {
          layers.add(layer);
          shape = output;
        }
      } catch (UnfitLayerException e) {
        // Another one fits.
      }
    }
    return shape;
  }

  private Layer any(Shape input) {
    return switch (random.nextInt(10)) {
      case 0, 1 -> new Layer.Dense(1 + random.nextInt(20), activation());
      case 2, 3 -> new Layer.Convolution(filters(), activation(), Border.SAME);
      case 4 -> new Layer.Convolution(filters(), activation(), Border.VALID);
      case 5 -> new Layer.Convolution(filters(), activation(), Border.STRIDE2);
      case 6 -> new Layer.TransposedConvolution(filters(), activation());
      case 7 -> random.nextBoolean() ? new Layer.MaxPooling() : new Layer.Upsampling();
      case 8 -> shaping(input);
      default -> new Layer.Dropout(random.nextInt(8) / 10.0);
    };
  }

  private Layer shaping(Shape input) {
    return switch (input) {
      case Shape.Maps maps ->
          new Layer.Crop(1 + random.nextInt(maps.height()), 1 + random.nextInt(maps.width()));
      case Shape.Flat flat -> {
        int channels = divisor(flat.size());
        int height = divisor(flat.size() / channels);
        yield new Layer.Reshape(channels, height, flat.size() / channels / height);
      }
    };
  }

  private int divisor(int number) {
    int divisor = 1 + random.nextInt(Math.min(number, 12));
    while (number % divisor != 0) {
      divisor--;
    }
    return divisor;
  }

  private int filters() {
    return 1 + random.nextInt(9);
  }

  private Activation activation() {
    return Activation.values()[random.nextInt(Activation.values().length)];
  }

  private void end(ImageShape image, Shape input, List<Layer> layers) {
    if (!(input instanceof Shape.Maps maps) || random.nextInt(4) == 0) {
      layers.add(new Layer.Dense(image.size(), activation()));
      if (random.nextBoolean()) {
        layers.add(new Layer.Reshape(image.channels(), image.height(), image.width()));
      }
      return;
    }
    int height = maps.height();
    int width = maps.width();
    while (height < image.height() || width < image.width()) {
      layers.add(
          random.nextBoolean()
              ? new Layer.Upsampling()
              : new Layer.TransposedConvolution(filters(), activation()));
      height *= 2;
      width *= 2;
    }
    layers.add(new Layer.Convolution(image.channels(), activation(), Border.SAME));
    if (height != image.height() || width != image.width()) {
      layers.add(new Layer.Crop(image.height(), image.width()));
    }
  }
}
