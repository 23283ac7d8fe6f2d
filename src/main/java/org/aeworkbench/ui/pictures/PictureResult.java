package org.aeworkbench.ui.pictures;

import java.util.ArrayList;
import java.util.List;
import org.aeworkbench.analysis.ReconstructionLoss;
import org.aeworkbench.app.session.LiveModel;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.model.Loss;
import org.aeworkbench.network.Autoencoder;

/**
 * What the network makes of a picture.
 *
 * @param network that made it
 * @param judgedBy the loss that it was trained with
 * @param seen what it saw, [channel][row][column]
 * @param reconstruction [channel][row][column]
 * @param crossEntropy binary, mean per pixel
 * @param squaredError mean per pixel
 */
public record PictureResult(
    Autoencoder network,
    Loss judgedBy,
    float[] seen,
    float[] reconstruction,
    double crossEntropy,
    double squaredError) {

  /** The shape of both images. */
  ImageShape shape() {
    return network.spec().image();
  }

  /**
   * What the network makes of several pictures of its shape, in their order; not for the FX thread.
   */
  static List<PictureResult> of(LiveModel model, List<PictureEntry> pictures) {
    float[][] seen =
        pictures.stream().map(picture -> picture.seen().pixels()).toArray(float[][]::new);
    float[][] reconstructions = model.autoencoder().reconstruct(seen);
    List<PictureResult> results = new ArrayList<>();
    for (int i = 0; i < seen.length; i++) {
      results.add(
          new PictureResult(
              model.autoencoder(),
              model.loss(),
              seen[i],
              reconstructions[i],
              ReconstructionLoss.binaryCrossEntropy(seen[i], reconstructions[i]),
              ReconstructionLoss.meanSquaredError(seen[i], reconstructions[i])));
    }
    return results;
  }

  /** The loss that the network was trained with. */
  public double loss() {
    return switch (judgedBy) {
      case BINARY_CROSS_ENTROPY -> crossEntropy;
      case MEAN_SQUARED_ERROR -> squaredError;
    };
  }

  /** True if nothing has changed since. */
  boolean isOf(LiveModel model, PictureEntry picture) {
    return network == model.autoencoder()
        && judgedBy == model.loss()
        && seen == picture.seen().pixels();
  }
}
