package org.aeworkbench.vector;

import java.util.ArrayList;
import java.util.List;

/**
 * The description of an autoencoder that the engine can train: the input image, the layers and the
 * loss. Checked when it is made, so that every topology that exists has matching shapes.
 *
 * @param height rows of an input image
 * @param width columns of an input image
 * @param channels maps of an input image
 * @param layers from the input to the sigmoid output
 * @param loss taken from the logits of the last layer
 */
public record Topology(int height, int width, int channels, List<LayerShape> layers, Loss loss) {

  /**
   * Checks the layers against each other.
   *
   * @throws IllegalArgumentException naming the first layer that does not fit, or if the output is
   *     not a sigmoid of the size of the input
   */
  public Topology {
    layers = List.copyOf(layers);
    if (layers.isEmpty()) {
      throw new IllegalArgumentException("A network needs at least one layer");
    }
    List<MapShape> shapes = trace(new MapShape(channels, height, width), layers);
    boolean sigmoidOutput =
        switch (layers.getLast()) {
          case LayerShape.Dense dense -> dense.activation() == Activation.SIGMOID;
          case LayerShape.Convolution conv -> conv.activation() == Activation.SIGMOID;
          case LayerShape.MaxPooling _, LayerShape.Upsampling _ -> false;
        };
    if (!sigmoidOutput) {
      throw new IllegalArgumentException(
          "The last layer must be dense or a convolution with sigmoid activation, not "
              + layers.getLast());
    }
    int pixels = shapes.getFirst().size();
    if (shapes.getLast().size() != pixels) {
      throw new IllegalArgumentException(
          "An autoencoder's output must have the size of its input: "
              + shapes.getLast()
              + " is not "
              + shapes.getFirst());
    }
  }

  /** Shape of one input image. */
  public MapShape inputShape() {
    return new MapShape(channels, height, width);
  }

  /** Pixels of an input image, and of an output. */
  public int pixels() {
    return channels * height * width;
  }

  /** The boundaries: element i is the input of layer i, the last element is the output. */
  public List<MapShape> shapes() {
    return trace(inputShape(), layers);
  }

  /** Trainable parameters of all layers. */
  public int parameterCount() {
    return layers.stream().mapToInt(LayerShape::parameterCount).sum();
  }

  /**
   * Nominal arithmetic of one training step for one image, in floating-point operations: forward,
   * weight gradient and, but for the first layer, input gradient by the direct algorithm, two
   * operations a multiply-add. Activations, loss and optimizer are not counted, and neither are the
   * savings of a better algorithm: the figure compares programs, not instructions.
   */
  public long flopsPerImage() {
    List<MapShape> shapes = shapes();
    long multiplications = 0;
    for (int i = 0; i < layers.size(); i++) {
      multiplications += (i == 0 ? 2 : 3) * layers.get(i).multiplications(shapes.get(i));
    }
    return 2 * multiplications;
  }

  private static List<MapShape> trace(MapShape input, List<LayerShape> layers) {
    List<MapShape> shapes = new ArrayList<>();
    shapes.add(input);
    for (int i = 0; i < layers.size(); i++) {
      try {
        shapes.add(layers.get(i).outputShape(shapes.getLast()));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("Layer " + (i + 1) + ": " + e.getMessage(), e);
      }
    }
    return List.copyOf(shapes);
  }
}
