package org.aeworkbench.network;

import java.util.List;

/**
 * Converts between our order of parameters and DL4J's flat buffer.
 *
 * <p>Ours: layer by layer, weights then biases; dense weights [in][out], convolution weights
 * [out][in][ky][kx]. DL4J's: dense weights in Fortran order (so [out][in] in memory), then biases;
 * a convolution has its biases first. The same order holds for the gradients and for every slot of
 * an updater's state.
 */
final class ParameterOrder {
  private ParameterOrder() {}

  /** From our order to DL4J's. */
  static float[] toDl4j(AutoencoderSpec spec, float[] ours) {
    return convert(spec.layers(), ours, true);
  }

  /** From DL4J's order to ours. */
  static float[] fromDl4j(AutoencoderSpec spec, float[] theirs) {
    return convert(spec.layers(), theirs, false);
  }

  private static float[] convert(List<LayerTrace> layers, float[] from, boolean toDl4j) {
    float[] to = new float[from.length];
    int offset = 0;
    for (int i = 1; i < layers.size(); i++) {
      LayerTrace layer = layers.get(i);
      int outputs = layer.channels();
      int weights = layer.parameters() - outputs;
      switch (layer.kind()) {
        case DENSE -> {
          int inputs = weights / outputs;
          int rows = toDl4j ? inputs : outputs;
          transpose(from, to, offset, rows, weights / rows);
          System.arraycopy(from, offset + weights, to, offset + weights, outputs);
        }
        case CONVOLUTION -> {
          int biasesFrom = toDl4j ? weights : 0;
          int weightsFrom = toDl4j ? 0 : outputs;
          int biasesTo = toDl4j ? 0 : weights;
          int weightsTo = toDl4j ? outputs : 0;
          System.arraycopy(from, offset + biasesFrom, to, offset + biasesTo, outputs);
          System.arraycopy(from, offset + weightsFrom, to, offset + weightsTo, weights);
        }
        case INPUT, POOLING, UPSAMPLING -> {}
      }
      offset += layer.parameters();
    }
    return to;
  }

  private static void transpose(float[] from, float[] to, int offset, int rows, int columns) {
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        to[offset + column * rows + row] = from[offset + row * columns + column];
      }
    }
  }
}
