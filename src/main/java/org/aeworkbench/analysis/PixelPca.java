package org.aeworkbench.analysis;

import java.util.Arrays;
import org.aeworkbench.datasets.Dataset;
import org.apache.commons.math3.exception.MaxCountExceededException;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Principal components of the pixels of a data set: the best linear code of any size. Immutable and
 * safe for any thread; fitting takes seconds.
 */
public final class PixelPca {
  /** Of images of more numbers than that, the components are found by random projection. */
  public static final int MOST_EXACT = 1024;

  private static final Logger LOG = LoggerFactory.getLogger(PixelPca.class);

  private final float[] mean;
  private final float[][] components;

  private PixelPca(float[] mean, float[][] components) {
    this.mean = mean;
    this.components = components;
  }

  /** Fits all components exactly, the strongest first. */
  public static PixelPca fit(Dataset data) {
    float[] mean = mean(data);
    int n = mean.length;
    EigenDecomposition eigen =
        new EigenDecomposition(new Array2DRowRealMatrix(covariance(data, mean), false));
    float[][] components = new float[n][];
    // Commons Math sorts the eigenvalues of a symmetric matrix in descending order.
    for (int k = 0; k < n; k++) {
      double[] vector = eigen.getEigenvector(k).toArray();
      components[k] = new float[n];
      for (int i = 0; i < n; i++) {
        components[k][i] = (float) vector[i];
      }
    }
    return new PixelPca(mean, components);
  }

  /**
   * Fits the strongest components: exactly where images have up to {@value #MOST_EXACT} numbers and
   * are enough for that, else by {@link RandomisedComponents}.
   *
   * @param count components that are wanted, at least 1; there may be more
   */
  public static PixelPca fit(Dataset data, int count) {
    if (data.shape().size() <= MOST_EXACT) {
      try {
        return fit(data);
      } catch (MaxCountExceededException e) {
        LOG.debug("Commons Math finds no components of {} images: fewer than pixels", data.size());
      }
    }
    float[] mean = mean(data);
    return new PixelPca(mean, RandomisedComponents.of(data, mean, count));
  }

  /** Mean image, one number a value in 0…1. */
  public float[] meanImage() {
    return mean.clone();
  }

  /** How many components there are. */
  public int count() {
    return components.length;
  }

  /**
   * The projection of an image on the first components.
   *
   * @param image numbers of an image
   * @param count components to use, 0…{@link #count()}
   * @return as many numbers, not confined to 0…1
   */
  public float[] reconstruct(float[] image, int count) {
    int n = mean.length;
    float[] centred = new float[n];
    for (int i = 0; i < n; i++) {
      centred[i] = image[i] - mean[i];
    }
    float[] result = mean.clone();
    for (int k = 0; k < count; k++) {
      float[] component = components[k];
      float weight = dot(component, centred);
      for (int i = 0; i < n; i++) {
        result[i] += weight * component[i];
      }
    }
    return result;
  }

  /** Mean of all images. */
  static float[] mean(Dataset data) {
    int n = data.shape().size();
    long[] sums = new long[n];
    for (int image = 0; image < data.size(); image++) {
      byte[] pixels = data.bytes(image, 1);
      for (int i = 0; i < n; i++) {
        sums[i] += pixels[i] & 0xFF;
      }
    }
    float[] mean = new float[n];
    for (int i = 0; i < n; i++) {
      mean[i] = (float) (sums[i] / (255.0 * data.size()));
    }
    return mean;
  }

  // Rank-one updates of the upper half, a block of images in float between sums in double: most
  // pixels of a digit are zero and are skipped.
  private static double[][] covariance(Dataset data, float[] mean) {
    int length = mean.length;
    double[][] sums = new double[length][length];
    float[][] block = new float[length][length];
    float[] image = new float[length];
    int[] inked = new int[length];
    for (int n = 0; n < data.size(); n++) {
      byte[] pixels = data.bytes(n, 1);
      int count = 0;
      for (int i = 0; i < length; i++) {
        int value = pixels[i] & 0xFF;
        image[i] = value / 255f;
        if (value != 0) {
          inked[count++] = i;
        }
      }
      for (int a = 0; a < count; a++) {
        int i = inked[a];
        float xi = image[i];
        float[] row = block[i];
        for (int j = i; j < length; j++) {
          row[j] += xi * image[j];
        }
      }
      if (n % 1000 == 999 || n == data.size() - 1) {
        addAndClear(sums, block);
      }
    }
    for (int i = 0; i < length; i++) {
      for (int j = i; j < length; j++) {
        sums[i][j] = sums[i][j] / data.size() - (double) mean[i] * mean[j];
        sums[j][i] = sums[i][j];
      }
    }
    return sums;
  }

  private static void addAndClear(double[][] sums, float[][] block) {
    for (int i = 0; i < block.length; i++) {
      for (int j = i; j < block.length; j++) {
        sums[i][j] += block[i][j];
      }
      Arrays.fill(block[i], 0);
    }
  }

  // Four partial sums: a single one would wait for itself in every step.
  private static float dot(float[] a, float[] b) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    int whole = a.length & ~3;
    for (int i = 0; i < whole; i += 4) {
      s0 += a[i] * b[i];
      s1 += a[i + 1] * b[i + 1];
      s2 += a[i + 2] * b[i + 2];
      s3 += a[i + 3] * b[i + 3];
    }
    for (int i = whole; i < a.length; i++) {
      s0 += a[i] * b[i];
    }
    return s0 + s1 + s2 + s3;
  }
}
