package org.aeworkbench.ui.latent;

import java.util.List;
import org.aeworkbench.analysis.ReconstructionLoss;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.model.Loss;
import org.aeworkbench.network.Autoencoder;

/**
 * What the decoder makes of a code.
 *
 * @param network that decoded it
 * @param loss that the network is trained with
 * @param epoch of the network
 * @param chosen what was asked for
 * @param start the code before anything was set
 * @param code that was decoded
 * @param image [channel][row][column] in 0…1
 * @param images the test images it starts from: one, two if it lies between two, or none
 */
public record Decoded(
    Autoencoder network,
    Loss loss,
    int epoch,
    ChosenCode chosen,
    float[] start,
    float[] code,
    float[] image,
    List<StartImage> images) {

  /**
   * A test image that a code starts from.
   *
   * @param index in the test set
   * @param what it shows, in words; empty if nobody knows
   * @param original [channel][row][column] in 0…1
   * @param code what the encoder makes of it
   * @param reconstruction what the decoder makes of that
   * @param loss of the reconstruction, the one that the network is trained with
   */
  public record StartImage(
      int index,
      String what,
      float[] original,
      float[] code,
      float[] reconstruction,
      double loss) {}

  /** The shape of all images. */
  ImageShape shape() {
    return network.spec().image();
  }

  /** How far the image is from another one: the loss of training. */
  double lossAgainst(float[] original) {
    return ReconstructionLoss.of(loss, original, image);
  }

  /** Copies the list. */
  public Decoded {
    images = List.copyOf(images);
  }
}
