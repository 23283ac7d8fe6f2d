package org.aeworkbench.tools.benchmark;

import java.util.Arrays;
import org.aeworkbench.model.Presets;

/**
 * How quickly one backend trained one network.
 *
 * @param architecture name of the network
 * @param encodingDim its code size
 * @param backend name of the backend
 * @param batchSize images a batch
 * @param batches that were timed
 * @param imagesPerSecond over all timed batches
 * @param medianMillis of a batch; half of the batches took longer
 * @param p10Millis a tenth of the batches took at most this
 * @param p90Millis a tenth of the batches took longer
 * @param gflops nominal arithmetic (see {@link
 *     org.aeworkbench.model.NetworkSpec#trainingFlopsPerImage}) a second, in 10⁹, at the median
 * @param peakGflops multiply-add peak of all threads, measured just before
 * @param peakShare gflops / peakGflops
 */
public record Measurement(
    String architecture,
    int encodingDim,
    String backend,
    int batchSize,
    int batches,
    double imagesPerSecond,
    double medianMillis,
    double p10Millis,
    double p90Millis,
    double gflops,
    double peakGflops,
    double peakShare) {
  /**
   * @param nanos of each batch, at least one
   * @param flops nominal operations of a batch
   */
  static Measurement of(
      Subject subject, int batchSize, long[] nanos, double flops, double peakFlops) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    double median = quantile(sorted, 0.5);
    double flopsPerSecond = flops / (median / 1e9);
    return new Measurement(
        Presets.name(subject.spec()),
        subject.spec().encodingDim(),
        subject.backend().id(),
        batchSize,
        nanos.length,
        batchSize * (double) nanos.length / (Arrays.stream(nanos).sum() / 1e9),
        median / 1e6,
        quantile(sorted, 0.1) / 1e6,
        quantile(sorted, 0.9) / 1e6,
        flopsPerSecond / 1e9,
        peakFlops / 1e9,
        flopsPerSecond / peakFlops);
  }

  /** Linear between the neighbours. */
  private static double quantile(long[] sorted, double share) {
    double position = share * (sorted.length - 1);
    int below = (int) position;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }
}
