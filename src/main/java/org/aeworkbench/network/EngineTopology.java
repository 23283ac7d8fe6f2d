package org.aeworkbench.network;

import java.util.ArrayList;
import java.util.List;
import org.aeworkbench.model.Border;
import org.aeworkbench.model.Layer;
import org.aeworkbench.model.Loss;
import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.model.Shape;
import org.aeworkbench.model.TracedLayer;
import org.aeworkbench.vector.Activation;
import org.aeworkbench.vector.LayerShape;
import org.aeworkbench.vector.Topology;

/** Networks in the terms of the vector engine. */
public final class EngineTopology {
  private EngineTopology() {}

  /**
   * The engine's description of a network.
   *
   * @throws IllegalArgumentException naming what the engine does not have
   */
  public static Topology of(NetworkSpec spec, Loss loss) {
    List<LayerShape> layers = new ArrayList<>();
    for (TracedLayer layer : spec.layers()) {
      layers.add(shape(layer));
    }
    return new Topology(
        spec.image().height(),
        spec.image().width(),
        spec.image().channels(),
        layers,
        switch (loss) {
          case BINARY_CROSS_ENTROPY -> org.aeworkbench.vector.Loss.BINARY_CROSS_ENTROPY;
          case MEAN_SQUARED_ERROR -> org.aeworkbench.vector.Loss.MEAN_SQUARED_ERROR;
        });
  }

  private static LayerShape shape(TracedLayer traced) {
    return switch (traced.layer()) {
      case Layer.Dense dense ->
          new LayerShape.Dense(traced.input().size(), dense.units(), activation(dense.function()));
      case Layer.Convolution conv
          when conv.border() != Border.STRIDE2 && traced.input() instanceof Shape.Maps maps ->
          new LayerShape.Convolution(
              maps.channels(),
              conv.filters(),
              conv.border() == Border.SAME ? LayerShape.Padding.SAME : LayerShape.Padding.VALID,
              activation(conv.function()));
      case Layer.MaxPooling _ -> new LayerShape.MaxPooling();
      case Layer.Upsampling _ -> new LayerShape.Upsampling();
      default ->
          throw new IllegalArgumentException(
              "The vector engine does not have " + traced.layer().text() + ".");
    };
  }

  private static Activation activation(org.aeworkbench.model.Activation activation) {
    return switch (activation) {
      case RELU -> Activation.RELU;
      case SIGMOID -> Activation.SIGMOID;
      case TANH -> Activation.TANH;
      case LINEAR -> Activation.IDENTITY;
      case LEAKYRELU, ELU ->
          throw new IllegalArgumentException(
              "The vector engine does not have the activation " + activation.id() + ".");
    };
  }
}
