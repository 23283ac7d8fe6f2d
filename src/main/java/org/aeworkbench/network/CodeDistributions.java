package org.aeworkbench.network;

/**
 * What a variational encoder says of images: a normal distribution for each number of the code. The
 * arrays are not to be written to.
 *
 * @param means [image][number]
 * @param logVariances natural logarithms of the variances, [image][number]
 */
public record CodeDistributions(float[][] means, float[][] logVariances) {
  /**
   * The divergence of each number's distribution from N(0, 1), the mean over the images: which
   * numbers carry something. In nats; 0 of a number that has collapsed.
   */
  public double[] divergences() {
    double[] mean = new double[means.length == 0 ? 0 : means[0].length];
    for (int i = 0; i < means.length; i++) {
      for (int k = 0; k < mean.length; k++) {
        double mu = means[i][k];
        double log = logVariances[i][k];
        mean[k] += 0.5 * (mu * mu + Math.exp(log) - log - 1) / means.length;
      }
    }
    return mean;
  }
}
