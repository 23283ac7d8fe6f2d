package org.aeworkbench.ui.reconstruction;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.aeworkbench.analysis.ReconstructionLoss;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.model.Loss;
import org.aeworkbench.network.Autoencoder;
import org.aeworkbench.ui.common.ClassText;
import org.jspecify.annotations.Nullable;

/**
 * Images beside what a network makes of them.
 *
 * @param shape of the images
 * @param images in the order in which they are shown
 * @param selected the image that is chosen everywhere, null before the data is loaded
 * @param epoch after which the network was so; of the live network the current one
 * @param past true if it is not the live network
 */
public record ShownImages(
    ImageShape shape, List<Item> images, @Nullable Item selected, int epoch, boolean past) {
  /** Before the data is loaded. */
  static final ShownImages NONE = new ShownImages(ImageShape.MNIST, List.of(), null, 0, false);

  /**
   * One of them.
   *
   * @param index in the test set
   * @param what it shows, in words; empty if nobody knows
   * @param original [channel][row][column]
   * @param reconstruction [channel][row][column], null while there is no network
   * @param loss the one that the network is trained with, not a number while there is no network
   */
  public record Item(
      int index, String what, float[] original, float @Nullable [] reconstruction, double loss) {}

  /** Copies the list. */
  public ShownImages {
    images = List.copyOf(images);
  }

  static ShownImages of(
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
    List<Item> images =
        IntStream.range(0, all.length)
            .mapToObj(
                i ->
                    item(
                        loss,
                        data,
                        all[i],
                        originals[i],
                        reconstructions == null ? null : reconstructions[i]))
            .toList();
    return new ShownImages(
        data.shape(), images.subList(0, indices.length), images.getLast(), epoch, past);
  }

  private static Item item(
      Loss kind, Dataset data, int index, float[] original, float @Nullable [] reconstruction) {
    double loss =
        reconstruction == null ? Double.NaN : ReconstructionLoss.of(kind, original, reconstruction);
    return new Item(index, ClassText.of(data, index, ""), original, reconstruction, loss);
  }

  /** True if there are reconstructions. */
  public boolean isReconstructed() {
    return !images.isEmpty() && images.getFirst().reconstruction() != null;
  }

  /** The mean of the losses. */
  public double meanLoss() {
    return images.stream().mapToDouble(Item::loss).average().orElse(Double.NaN);
  }
}
