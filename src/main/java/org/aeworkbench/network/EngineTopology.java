package org.aeworkbench.network;

import java.util.ArrayList;
import java.util.List;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.model.Loss;
import org.aeworkbench.vector.Activation;
import org.aeworkbench.vector.LayerShape;
import org.aeworkbench.vector.Topology;

/** The lab's networks in the terms of the vector engine; DL4J is not needed for it. */
final class EngineTopology {
  private EngineTopology() {}

  static Topology of(AutoencoderSpec spec, Loss loss) {
    List<LayerTrace> traces = spec.layers();
    List<LayerShape> layers = new ArrayList<>();
    for (int i = 1; i < traces.size(); i++) {
      LayerTrace input = traces.get(i - 1);
      LayerTrace layer = traces.get(i);
      Activation activation = i == traces.size() - 1 ? Activation.SIGMOID : Activation.RELU;
      layers.add(
          switch (layer.kind()) {
            case DENSE -> new LayerShape.Dense(input.size(), layer.size(), activation);
            case CONVOLUTION ->
                new LayerShape.Convolution(
                    input.channels(),
                    layer.channels(),
                    input.height() == layer.height()
                        ? LayerShape.Padding.SAME
                        : LayerShape.Padding.VALID,
                    activation);
            case POOLING -> new LayerShape.MaxPooling();
            case UPSAMPLING -> new LayerShape.Upsampling();
            case INPUT -> throw new IllegalStateException("only the first trace is the input");
          });
    }
    return new Topology(Dataset.ROWS, Dataset.COLUMNS, 1, layers, engineLoss(loss));
  }

  private static org.aeworkbench.vector.Loss engineLoss(Loss loss) {
    return switch (loss) {
      case BINARY_CROSS_ENTROPY -> org.aeworkbench.vector.Loss.BINARY_CROSS_ENTROPY;
      case MEAN_SQUARED_ERROR -> org.aeworkbench.vector.Loss.MEAN_SQUARED_ERROR;
    };
  }
}
