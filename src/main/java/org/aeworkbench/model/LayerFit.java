package org.aeworkbench.model;

import java.util.Optional;

/** Whether a layer can take a shape. */
public final class LayerFit {
  private LayerFit() {}

  /** What the layer makes of it; empty if it cannot take it, or gives more than memory holds. */
  public static Optional<Shape> output(Layer layer, Shape input) {
    try {
      return Optional.of(layer.output(input)).filter(shape -> !NetworkTrace.isTooLarge(shape));
    } catch (UnfitLayerException e) {
      return Optional.empty();
    }
  }
}
