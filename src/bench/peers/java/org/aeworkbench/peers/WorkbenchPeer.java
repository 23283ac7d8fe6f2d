package org.aeworkbench.peers;

import static org.aeworkbench.vector.Activation.RELU;
import static org.aeworkbench.vector.Activation.SIGMOID;
import static org.aeworkbench.vector.LayerShape.Padding.SAME;
import static org.aeworkbench.vector.LayerShape.Padding.VALID;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.network.Architecture;
import org.aeworkbench.vector.LayerShape;
import org.aeworkbench.vector.LayerShape.Convolution;
import org.aeworkbench.vector.LayerShape.Dense;
import org.aeworkbench.vector.LayerShape.MaxPooling;
import org.aeworkbench.vector.LayerShape.Upsampling;
import org.aeworkbench.vector.Loss;
import org.aeworkbench.vector.Topology;
import org.aeworkbench.vector.UpdateRule;
import org.aeworkbench.vector.VectorNetwork;

/**
 * Our own engine. Described here layer by layer as the peers are, since the JavaCPP of TensorFlow
 * and that of DL4J cannot be loaded side by side.
 */
final class WorkbenchPeer implements Peer {
  private static final int PIXELS = Dataset.PIXELS;

  private final Dataset data;
  private final int[] order;
  private final VectorNetwork network;

  WorkbenchPeer(Architecture architecture, Dataset data, int threads) {
    this.data = data;
    order = IntStream.range(0, data.size()).toArray();
    List<LayerShape> layers =
        switch (architecture) {
          case SHALLOW -> dense(PIXELS, 32, PIXELS);
          case DEEP -> dense(PIXELS, 128, 64, 32, 64, 128, PIXELS);
          case CONV ->
              List.of(
                  new Convolution(1, 16, SAME, RELU),
                  new MaxPooling(),
                  new Convolution(16, 8, SAME, RELU),
                  new MaxPooling(),
                  new Convolution(8, 8, SAME, RELU),
                  new MaxPooling(),
                  new Convolution(8, 8, SAME, RELU),
                  new Upsampling(),
                  new Convolution(8, 8, SAME, RELU),
                  new Upsampling(),
                  new Convolution(8, 16, VALID, RELU),
                  new Upsampling(),
                  new Convolution(16, 1, SAME, SIGMOID));
        };
    network =
        new VectorNetwork(
            new Topology(Dataset.ROWS, Dataset.COLUMNS, 1, layers, Loss.BINARY_CROSS_ENTROPY),
            new UpdateRule.Adadelta(1, 0.95, 1e-7),
            threads);
    network.setParameters(glorot(layers));
  }

  private static List<LayerShape> dense(int... units) {
    List<LayerShape> layers = new ArrayList<>();
    for (int i = 1; i < units.length; i++) {
      layers.add(new Dense(units[i - 1], units[i], i == units.length - 1 ? SIGMOID : RELU));
    }
    return layers;
  }

  private static float[] glorot(List<LayerShape> layers) {
    SplittableRandom random = new SplittableRandom(1);
    float[] parameters = new float[layers.stream().mapToInt(LayerShape::parameterCount).sum()];
    int offset = 0;
    for (LayerShape layer : layers) {
      int outputs =
          switch (layer) {
            case Dense dense -> dense.outputs();
            case Convolution convolution -> convolution.outputChannels();
            case MaxPooling _, Upsampling _ -> 0;
          };
      int area = layer instanceof Convolution ? 9 : 1;
      int weights = layer.parameterCount() - outputs;
      double limit = Math.sqrt(6 / ((double) weights / Math.max(1, outputs) + area * outputs));
      for (int i = 0; i < weights; i++) {
        parameters[offset + i] = (float) random.nextDouble(-limit, limit);
      }
      offset += layer.parameterCount();
    }
    return parameters;
  }

  @Override
  public double step(int from) {
    return network.trainBatch(
        java.util.Objects.requireNonNull(data.heldBytes()), order, from, BATCH);
  }

  @Override
  public void close() {
    network.close();
  }
}
