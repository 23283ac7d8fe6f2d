package org.aeworkbench.ui.pictures;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aeworkbench.analysis.ReconstructionLoss;
import org.aeworkbench.network.Autoencoder;

/**
 * What the network makes of a picture.
 *
 * @param seen what it saw, 784 numbers
 * @param reconstruction 784 numbers
 * @param loss binary cross-entropy, mean per pixel
 * @param squaredError mean per pixel
 */
public record PictureResult(
    float[] seen, float[] reconstruction, double loss, double squaredError) {

  /** The results of all pictures by their numbers; not for the FX thread. */
  static Map<Long, PictureResult> of(Autoencoder network, List<PictureEntry> pictures) {
    float[][] seen =
        pictures.stream().map(picture -> picture.digit().pixels()).toArray(float[][]::new);
    float[][] reconstructions = network.reconstruct(seen);
    Map<Long, PictureResult> results = new HashMap<>();
    for (int i = 0; i < seen.length; i++) {
      results.put(pictures.get(i).id(), of(seen[i], reconstructions[i]));
    }
    return results;
  }

  private static PictureResult of(float[] seen, float[] reconstruction) {
    return new PictureResult(
        seen,
        reconstruction,
        ReconstructionLoss.binaryCrossEntropy(seen, reconstruction),
        ReconstructionLoss.meanSquaredError(seen, reconstruction));
  }
}
