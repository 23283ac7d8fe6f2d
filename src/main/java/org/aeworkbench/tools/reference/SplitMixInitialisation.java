package org.aeworkbench.tools.reference;

import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.model.Shape;
import org.aeworkbench.model.SplitMix;
import org.aeworkbench.model.TracedLayer;

/**
 * The initialisation of reference files, the same in every language: biases 0, weight n of the k-th
 * layer with weights Glorot-uniform from splitmix64(k·2³² + n).
 */
public final class SplitMixInitialisation {
  private SplitMixInitialisation() {}

  /** All parameters of a network in the order of {@link org.aeworkbench.network.Autoencoder}. */
  public static float[] parameters(NetworkSpec spec) {
    float[] parameters = new float[spec.parameterCount()];
    int offset = 0;
    int layerNumber = 0;
    for (TracedLayer layer : spec.layers()) {
      if (layer.parameters() == 0) {
        continue;
      }
      boolean kernels = layer.output() instanceof Shape.Maps;
      int outputs =
          layer.output() instanceof Shape.Maps maps ? maps.channels() : layer.output().size();
      int weights = Math.toIntExact(layer.parameters()) - outputs;
      // A 3×3 convolution has 9 weights for every input channel, and 9 for every output channel.
      int kernel = kernels ? 9 : 1;
      double limit = Math.sqrt(6.0 / ((double) weights / outputs + (double) kernel * outputs));
      for (int n = 0; n < weights; n++) {
        double uniform = (SplitMix.of(((long) layerNumber << 32) + n) >>> 40) / (double) (1 << 24);
        parameters[offset + n] = (float) ((2 * uniform - 1) * limit);
      }
      offset += weights + outputs;
      layerNumber++;
    }
    return parameters;
  }
}
