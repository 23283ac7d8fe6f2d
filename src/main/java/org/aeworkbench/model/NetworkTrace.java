package org.aeworkbench.model;

import java.util.ArrayList;
import java.util.List;

/** Follows an image through the layers of a network that may still be wrong. */
final class NetworkTrace {
  private NetworkTrace() {}

  static List<TracedLayer> of(
      ImageShape image, List<Layer> encoder, Code code, List<Layer> decoder) {
    List<TracedLayer> traced = new ArrayList<>();
    follow(image, encoder, code, decoder, traced);
    return List.copyOf(traced);
  }

  /** Adds the layers to a list, as far as they fit. */
  static void follow(
      ImageShape image,
      List<Layer> encoder,
      Code code,
      List<Layer> decoder,
      List<TracedLayer> traced) {
    Shape shape = follow(Part.ENCODER, encoder, image.maps(), traced);
    if (code instanceof Code.Gaussian gaussian) {
      Layer head = new Layer.Dense(gaussian.dimension(), Activation.LINEAR);
      Shape distribution = head.output(shape);
      traced.add(new TracedLayer(Part.CODE, 0, head, shape, distribution));
      traced.add(new TracedLayer(Part.CODE, 1, head, shape, distribution));
      shape = distribution;
    }
    follow(Part.DECODER, decoder, shape, traced);
  }

  /** What the encoder gives. */
  static Shape encoded(ImageShape image, List<Layer> encoder) {
    return follow(Part.ENCODER, encoder, image.maps(), new ArrayList<>());
  }

  private static Shape follow(
      Part part, List<Layer> layers, Shape input, List<TracedLayer> traced) {
    Shape shape = input;
    for (int i = 0; i < layers.size(); i++) {
      Layer layer = layers.get(i);
      Shape output;
      try {
        output = layer.output(shape);
      } catch (UnfitLayerException e) {
        throw new NetworkException(
            part, i, NetworkChecks.name(part, i, layer) + " " + e.getMessage() + ".", e.remedy());
      }
      checkSize(part, i, layer, output);
      traced.add(new TracedLayer(part, i, layer, shape, output));
      shape = output;
    }
    return shape;
  }

  private static void checkSize(Part part, int i, Layer layer, Shape output) {
    if (isTooLarge(output)) {
      throw new NetworkException(
          part,
          i,
          NetworkChecks.name(part, i, layer) + " gives " + output.text() + ", too much for memory.",
          "Pool before it, or choose fewer filters.");
    }
  }

  static boolean isTooLarge(Shape output) {
    return switch (output) {
      case Shape.Flat flat -> flat.size() > LayerRanges.MAX_VALUES;
      case Shape.Maps maps ->
          maps.height() > LayerRanges.MAX_MAP_SIDE
              || maps.width() > LayerRanges.MAX_MAP_SIDE
              || (long) maps.channels() * maps.area() > LayerRanges.MAX_VALUES;
    };
  }
}
