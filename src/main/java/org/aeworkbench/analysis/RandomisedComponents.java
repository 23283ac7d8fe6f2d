package org.aeworkbench.analysis;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.aeworkbench.datasets.Dataset;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * The strongest principal components of images that are too large for their covariance: subspace
 * iteration from a random start, then Rayleigh-Ritz (Halko, Martinsson, Tropp 2011). Takes {@value
 * #ITERATIONS} passes over at most {@value #MOST_IMAGES} images, evenly spread over the data; the
 * same data gives the same components.
 */
final class RandomisedComponents {
  private static final int MOST_IMAGES = 8192;
  private static final int ITERATIONS = 4;
  private static final int OVERSAMPLING = 10;
  private static final long SEED = 1;
  private static final double INDEPENDENT = 1e-7;

  private final Dataset data;
  private final float[] mean;
  private final int images;
  private final int width;

  private RandomisedComponents(Dataset data, float[] mean, int count) {
    this.data = data;
    this.mean = mean;
    images = Math.min(MOST_IMAGES, data.size());
    width = Math.min(mean.length, count + OVERSAMPLING);
  }

  /**
   * Finds them.
   *
   * @param mean of the data
   * @param count wanted, at least 1
   * @return [count][values of an image], of length 1 and at right angles; no more than an image has
   *     values
   */
  static float[][] of(Dataset data, float[] mean, int count) {
    return new RandomisedComponents(data, mean, count).find(Math.min(count, mean.length));
  }

  private float[][] find(int count) {
    // Each row one direction.
    float[][] basis = new float[width][mean.length];
    SplittableRandom random = new SplittableRandom(SEED);
    for (float[] direction : basis) {
      for (int i = 0; i < direction.length; i++) {
        direction[i] = (float) random.nextGaussian();
      }
    }
    orthonormalise(basis, random);
    float[][] image = timesCovariance(basis);
    for (int pass = 1; pass < ITERATIONS; pass++) {
      basis = image;
      orthonormalise(basis, random);
      image = timesCovariance(basis);
    }
    return strongest(basis, image, count);
  }

  /** The covariance matrix times each direction, without the matrix. */
  private float[][] timesCovariance(float[][] basis) {
    int length = mean.length;
    // [value][direction], so that the inner loops run over what lies side by side.
    float[] across = new float[length * width];
    for (int k = 0; k < width; k++) {
      for (int i = 0; i < length; i++) {
        across[i * width + k] = basis[k][i];
      }
    }
    float[] sums = new float[length * width];
    float[] pixels = new float[length];
    float[] weights = new float[width];
    for (int n = 0; n < images; n++) {
      data.copyImage((int) ((long) n * data.size() / images), pixels);
      Arrays.fill(weights, 0);
      for (int i = 0; i < length; i++) {
        float value = pixels[i] - mean[i];
        pixels[i] = value;
        int row = i * width;
        for (int k = 0; k < width; k++) {
          weights[k] += value * across[row + k];
        }
      }
      for (int i = 0; i < length; i++) {
        float value = pixels[i];
        int row = i * width;
        for (int k = 0; k < width; k++) {
          sums[row + k] += value * weights[k];
        }
      }
    }
    float[][] result = new float[width][length];
    for (int i = 0; i < length; i++) {
      for (int k = 0; k < width; k++) {
        result[k][i] = sums[i * width + k] / images;
      }
    }
    return result;
  }

  /** Gram-Schmidt, twice; a direction that the others span already is drawn anew. */
  private static void orthonormalise(float[][] basis, SplittableRandom random) {
    for (int k = 0; k < basis.length; k++) {
      double before = norm(basis[k]);
      for (int twice = 0; twice < 2; twice++) {
        for (int j = 0; j < k; j++) {
          subtract(basis[k], basis[j], dot(basis[k], basis[j]));
        }
      }
      double after = norm(basis[k]);
      if (!(after > INDEPENDENT * before)) {
        for (int i = 0; i < basis[k].length; i++) {
          basis[k][i] = (float) random.nextGaussian();
        }
        k--;
        continue;
      }
      for (int i = 0; i < basis[k].length; i++) {
        basis[k][i] /= (float) after;
      }
    }
  }

  /** Within the space that was found, the directions of most variance. */
  private float[][] strongest(float[][] basis, float[][] image, int count) {
    double[][] small = new double[width][width];
    for (int a = 0; a < width; a++) {
      for (int b = a; b < width; b++) {
        small[a][b] = (dot(basis[a], image[b]) + dot(basis[b], image[a])) / 2;
        small[b][a] = small[a][b];
      }
    }
    EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(small, false));
    float[][] components = new float[count][mean.length];
    for (int k = 0; k < count; k++) {
      double[] vector = eigen.getEigenvector(k).toArray();
      for (int a = 0; a < width; a++) {
        subtract(components[k], basis[a], -vector[a]);
      }
    }
    return components;
  }

  private static void subtract(float[] from, float[] direction, double weight) {
    float share = (float) weight;
    for (int i = 0; i < from.length; i++) {
      from[i] -= share * direction[i];
    }
  }

  private static double norm(float[] vector) {
    return Math.sqrt(dot(vector, vector));
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }
}
