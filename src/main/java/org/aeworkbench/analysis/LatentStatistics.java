package org.aeworkbench.analysis;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.network.Autoencoder;

/**
 * What the codes of a data set look like, dimension by dimension. Immutable, safe for any thread.
 *
 * @param dimensions in the order of the code
 */
public record LatentStatistics(List<Dimension> dimensions) {
  private static final int CHUNK = 200;
  private static final double LOW = 0.01;
  private static final double HIGH = 0.99;

  /**
   * One number of the code, over all images.
   *
   * @param index in the code
   * @param low 1st percentile
   * @param high 99th percentile
   * @param mean over all images
   * @param variance over all images
   * @param dead true if it is the same for every image: a relu unit that died
   */
  public record Dimension(
      int index, float low, float high, float mean, float variance, boolean dead) {}

  /** Copies the list. */
  public LatentStatistics {
    dimensions = List.copyOf(dimensions);
  }

  /**
   * Encodes all images; takes up to seconds, so never on the FX thread.
   *
   * @param cancelled asked every few milliseconds
   * @throws java.util.concurrent.CancellationException once cancelled
   */
  public static LatentStatistics of(
      Autoencoder autoencoder, Dataset data, BooleanSupplier cancelled) {
    float[][] byDimension = new float[autoencoder.spec().encodingDim()][data.size()];
    Chunks.of(
        data,
        CHUNK,
        cancelled,
        (first, images) -> {
          float[][] codes = autoencoder.encode(images);
          for (int i = 0; i < codes.length; i++) {
            for (int d = 0; d < byDimension.length; d++) {
              byDimension[d][first + i] = codes[i][d];
            }
          }
        });
    return new LatentStatistics(
        IntStream.range(0, byDimension.length)
            .mapToObj(d -> dimension(d, byDimension[d]))
            .toList());
  }

  /** Dimensions from the one that varies most to those that never do. */
  public List<Dimension> byVariance() {
    return dimensions.stream()
        .sorted(Comparator.comparingDouble((Dimension d) -> -d.variance()))
        .toList();
  }

  /** The mean of all codes. */
  public float[] meanCode() {
    float[] code = new float[dimensions.size()];
    for (Dimension dimension : dimensions) {
      code[dimension.index()] = dimension.mean();
    }
    return code;
  }

  /** A code whose every number lies between that dimension's percentiles; same seed, same code. */
  public float[] randomCode(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] code = new float[dimensions.size()];
    for (Dimension dimension : dimensions) {
      float share = (float) random.nextDouble();
      code[dimension.index()] = dimension.low() + share * (dimension.high() - dimension.low());
    }
    return code;
  }

  /** Number of dimensions that are the same for every image. */
  public long deadCount() {
    return dimensions.stream().filter(Dimension::dead).count();
  }

  private static Dimension dimension(int index, float[] values) {
    Arrays.sort(values);
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    double mean = sum / values.length;
    double squares = 0;
    for (float value : values) {
      squares += (value - mean) * (value - mean);
    }
    boolean dead = values[0] == values[values.length - 1];
    return new Dimension(
        index,
        quantile(values, LOW),
        quantile(values, HIGH),
        (float) mean,
        dead ? 0 : (float) (squares / values.length),
        dead);
  }

  private static float quantile(float[] sorted, double share) {
    return sorted[(int) Math.round(share * (sorted.length - 1))];
  }
}
