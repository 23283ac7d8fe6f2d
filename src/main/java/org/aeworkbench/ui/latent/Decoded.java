package org.aeworkbench.ui.latent;

import java.util.List;
import org.aeworkbench.analysis.ReconstructionLoss;
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
 * @param image 784 numbers in 0…1
 * @param digits the test digits it starts from: one, two if it lies between two, or none
 */
public record Decoded(
    Autoencoder network,
    Loss loss,
    int epoch,
    ChosenCode chosen,
    float[] start,
    float[] code,
    float[] image,
    List<StartDigit> digits) {

  /**
   * A test digit that a code starts from.
   *
   * @param index in the test set
   * @param label its class, {@link org.aeworkbench.datasets.Dataset#NO_LABEL} if there is none
   * @param original 784 numbers in 0…1
   * @param code what the encoder makes of it
   * @param reconstruction what the decoder makes of that
   * @param loss of the reconstruction, the one that the network is trained with
   */
  public record StartDigit(
      int index, int label, float[] original, float[] code, float[] reconstruction, double loss) {}

  /** How far the image is from another one, 784 numbers: the loss of training. */
  double lossAgainst(float[] original) {
    return ReconstructionLoss.of(loss, original, image);
  }

  /** Copies the list. */
  public Decoded {
    digits = List.copyOf(digits);
  }
}
