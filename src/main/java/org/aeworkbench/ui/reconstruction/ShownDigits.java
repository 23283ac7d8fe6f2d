package org.aeworkbench.ui.reconstruction;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.aeworkbench.analysis.ReconstructionLoss;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.model.Loss;
import org.aeworkbench.network.Autoencoder;
import org.jspecify.annotations.Nullable;

/**
 * Digits beside what a network makes of them.
 *
 * @param digits in the order in which they are shown
 * @param selected the digit that is chosen everywhere, null before the data is loaded
 * @param epoch after which the network was so; of the live network the current one
 * @param past true if it is not the live network
 */
public record ShownDigits(List<Digit> digits, @Nullable Digit selected, int epoch, boolean past) {
  /** Before the data is loaded. */
  static final ShownDigits NONE = new ShownDigits(List.of(), null, 0, false);

  /**
   * One of them.
   *
   * @param index in the test set
   * @param label its class, {@link Dataset#NO_LABEL} if there is none
   * @param original 784 numbers
   * @param reconstruction 784 numbers, null while there is no network
   * @param loss the one that the network is trained with, not a number while there is no network
   */
  public record Digit(
      int index, int label, float[] original, float @Nullable [] reconstruction, double loss) {}

  /** Copies the list. */
  public ShownDigits {
    digits = List.copyOf(digits);
  }

  static ShownDigits of(
      @Nullable Autoencoder network,
      Loss loss,
      Dataset data,
      int[] indices,
      int selected,
      int epoch,
      boolean past) {
    int[] all = Arrays.copyOf(indices, indices.length + 1);
    all[indices.length] = selected;
    float[][] originals = data.images(all);
    float[][] reconstructions = network == null ? null : network.reconstruct(originals);
    List<Digit> digits =
        IntStream.range(0, all.length)
            .mapToObj(
                i ->
                    digit(
                        loss,
                        data,
                        all[i],
                        originals[i],
                        reconstructions == null ? null : reconstructions[i]))
            .toList();
    return new ShownDigits(digits.subList(0, indices.length), digits.getLast(), epoch, past);
  }

  private static Digit digit(
      Loss kind, Dataset data, int index, float[] original, float @Nullable [] reconstruction) {
    double loss =
        reconstruction == null ? Double.NaN : ReconstructionLoss.of(kind, original, reconstruction);
    return new Digit(index, data.label(index), original, reconstruction, loss);
  }

  /** True if there are reconstructions. */
  public boolean isReconstructed() {
    return !digits.isEmpty() && digits.getFirst().reconstruction() != null;
  }

  /** The mean of the losses. */
  public double meanLoss() {
    return digits.stream().mapToDouble(Digit::loss).average().orElse(Double.NaN);
  }
}
