package org.aeworkbench.backend.dl4j;

import java.util.List;
import org.aeworkbench.model.Layer;
import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.model.TracedLayer;

/**
 * Converts between our order of parameters and DL4J's flat buffer.
 *
 * <p>Ours: layer by layer, weights then biases; dense weights [in][out], convolution weights
 * [out][in][ky][kx], transposed convolution weights [in][out][ky][kx]. DL4J's: dense weights in
 * Fortran order (so [out][in] in memory), then biases; a convolution has its biases first. The same
 * order holds for the gradients and for every slot of an updater's state.
 */
public final class ParameterOrder {
  private ParameterOrder() {}

  /** From our order to DL4J's. */
  public static float[] toDl4j(NetworkSpec spec, float[] ours) {
    return convert(spec.layers(), ours, true);
  }

  /** The same of the parameters of some layers. */
  static float[] toDl4j(List<TracedLayer> layers, float[] ours) {
    return convert(layers, ours, true);
  }

  /** From DL4J's order to ours. */
  public static float[] fromDl4j(NetworkSpec spec, float[] theirs) {
    return convert(spec.layers(), theirs, false);
  }

  private static float[] convert(List<TracedLayer> layers, float[] from, boolean toDl4j) {
    float[] to = new float[from.length];
    int offset = 0;
    for (TracedLayer traced : layers) {
      int parameters = Math.toIntExact(traced.parameters());
      switch (traced.layer()) {
        case Layer.Dense dense -> dense(from, to, offset, parameters, dense.units(), toDl4j);
        case Layer.Convolution conv -> swap(from, to, offset, parameters, conv.filters(), toDl4j);
        case Layer.TransposedConvolution conv ->
            swap(from, to, offset, parameters, conv.filters(), toDl4j);
        case Layer.MaxPooling _,
            Layer.Upsampling _,
            Layer.Reshape _,
            Layer.Crop _,
            Layer.Dropout _ -> {}
      }
      offset += parameters;
    }
    return to;
  }

  private static void dense(
      float[] from, float[] to, int offset, int parameters, int outputs, boolean toDl4j) {
    int weights = parameters - outputs;
    int rows = toDl4j ? weights / outputs : outputs;
    int columns = weights / rows;
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        to[offset + column * rows + row] = from[offset + row * columns + column];
      }
    }
    System.arraycopy(from, offset + weights, to, offset + weights, outputs);
  }

  /** Weights and biases change places. */
  private static void swap(
      float[] from, float[] to, int offset, int parameters, int biases, boolean toDl4j) {
    int first = toDl4j ? parameters - biases : biases;
    System.arraycopy(from, offset, to, offset + parameters - first, first);
    System.arraycopy(from, offset + first, to, offset, parameters - first);
  }
}
