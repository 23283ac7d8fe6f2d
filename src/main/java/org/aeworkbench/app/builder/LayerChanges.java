package org.aeworkbench.app.builder;

import org.aeworkbench.model.Activation;
import org.aeworkbench.model.Layer;

/** Layers with another activation, or of another size. */
public final class LayerChanges {
  private LayerChanges() {}

  /** The layer with another activation; itself if it has none. */
  public static Layer withActivation(Layer layer, Activation activation) {
    return switch (layer) {
      case Layer.Dense dense -> new Layer.Dense(dense.units(), activation);
      case Layer.Convolution conv ->
          new Layer.Convolution(conv.filters(), activation, conv.border());
      case Layer.TransposedConvolution conv ->
          new Layer.TransposedConvolution(conv.filters(), activation);
      default -> layer;
    };
  }

  /**
   * The layer with another number of units or filters; itself if it has none.
   *
   * @throws org.aeworkbench.problem.UsageException if the number is out of range
   */
  public static Layer withUnits(Layer layer, int units) {
    return switch (layer) {
      case Layer.Dense dense -> new Layer.Dense(units, dense.function());
      case Layer.Convolution conv -> new Layer.Convolution(units, conv.function(), conv.border());
      case Layer.TransposedConvolution conv ->
          new Layer.TransposedConvolution(units, conv.function());
      default -> layer;
    };
  }
}
