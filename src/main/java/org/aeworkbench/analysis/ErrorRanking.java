package org.aeworkbench.analysis;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.model.Loss;
import org.aeworkbench.network.Autoencoder;

/**
 * Which images a network reconstructs well and which badly, by the loss it was trained with.
 * Immutable, safe for any thread.
 */
public final class ErrorRanking {
  // Small enough that a cancelled ranking ends within milliseconds.
  private static final int CHUNK = 200;

  private final double[] losses;
  private final double[] sorted;
  private final int[] order;

  private ErrorRanking(double[] losses) {
    this.losses = losses;
    this.sorted = losses.clone();
    Arrays.sort(sorted);
    this.order =
        IntStream.range(0, losses.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> losses[i]))
            .mapToInt(Integer::intValue)
            .toArray();
  }

  /** A ranking by known losses, one an image, at least one. */
  public static ErrorRanking ofLosses(double[] losses) {
    return new ErrorRanking(losses.clone());
  }

  /**
   * Reconstructs all images; takes up to seconds, so never on the FX thread.
   *
   * @param loss that the network was trained with
   * @param cancelled asked every few milliseconds
   * @throws java.util.concurrent.CancellationException once cancelled
   */
  public static ErrorRanking of(
      Autoencoder autoencoder, Loss loss, Dataset data, BooleanSupplier cancelled) {
    double[] losses = new double[data.size()];
    Chunks.of(
        data,
        CHUNK,
        cancelled,
        (first, images) -> {
          float[][] reconstructions = autoencoder.reconstruct(images);
          for (int i = 0; i < images.length; i++) {
            losses[first + i] = ReconstructionLoss.of(loss, images[i], reconstructions[i]);
          }
        });
    return new ErrorRanking(losses);
  }

  /** Number of images. */
  public int size() {
    return losses.length;
  }

  /** The loss of an image. */
  public double loss(int index) {
    return losses[index];
  }

  /** The mean loss. */
  public double mean() {
    return Arrays.stream(losses).average().orElseThrow();
  }

  /** The smallest loss. */
  public double min() {
    return sorted[0];
  }

  /** The largest loss. */
  public double max() {
    return sorted[sorted.length - 1];
  }

  /** Indices of the images with the smallest losses, the best first. */
  public int[] best(int count) {
    return Arrays.copyOf(order, Math.min(count, order.length));
  }

  /** Indices of the images with the largest losses, the worst first. */
  public int[] worst(int count) {
    int n = Math.min(count, order.length);
    return IntStream.range(0, n).map(i -> order[order.length - 1 - i]).toArray();
  }

  /** How many percent of the images have a smaller loss than this one, 0…100. */
  public double percentile(double loss) {
    int position = Arrays.binarySearch(sorted, loss);
    int below = position >= 0 ? position : -position - 1;
    while (below > 0 && sorted[below - 1] == loss) {
      below--;
    }
    return 100.0 * below / sorted.length;
  }

  /**
   * The loss below which so many percent of the images lie.
   *
   * @param percent 0…100
   */
  public double quantile(double percent) {
    return sorted[(int) Math.round(percent / 100 * (sorted.length - 1))];
  }

  /**
   * How many images have losses in each of some equally wide intervals.
   *
   * @param from lower end of the first interval; what lies below counts into it
   * @param to upper end of the last one; what lies above counts into it
   */
  public int[] histogram(int bins, double from, double to) {
    int[] counts = new int[bins];
    for (double loss : sorted) {
      int bin = to > from ? (int) Math.floor((loss - from) / (to - from) * bins) : 0;
      counts[Math.clamp(bin, 0, bins - 1)]++;
    }
    return counts;
  }
}
