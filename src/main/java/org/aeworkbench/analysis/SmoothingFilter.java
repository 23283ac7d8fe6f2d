package org.aeworkbench.analysis;

import java.util.Arrays;
import java.util.List;
import org.aeworkbench.model.ImageShape;

/** What takes noise away without having learned anything: the baselines of a denoising net. */
public sealed interface SmoothingFilter {
  /** The usual ones, of several widths. */
  List<SmoothingFilter> ALL =
      List.of(
          new Gaussian(0.5),
          new Gaussian(0.75),
          new Gaussian(1),
          new Gaussian(1.5),
          new Gaussian(2),
          new Median(3),
          new Median(5));

  /** A smoothed copy; pixels beyond the edge are those at it. */
  float[] smoothed(ImageShape shape, float[] image);

  /** For people. */
  String text();

  /**
   * The mean of the neighbours, weighted by a normal distribution.
   *
   * @param sigma its standard deviation in pixels, above 0
   */
  record Gaussian(double sigma) implements SmoothingFilter {
    @Override
    public float[] smoothed(ImageShape shape, float[] image) {
      int reach = (int) Math.ceil(3 * sigma);
      double[] weights = new double[2 * reach + 1];
      double sum = 0;
      for (int d = -reach; d <= reach; d++) {
        weights[d + reach] = Math.exp(-d * d / (2 * sigma * sigma));
        sum += weights[d + reach];
      }
      for (int d = 0; d < weights.length; d++) {
        weights[d] /= sum;
      }
      return along(shape, along(shape, image, weights, 1, 0), weights, 0, 1);
    }

    private static float[] along(
        ImageShape shape, float[] image, double[] weights, int right, int down) {
      int reach = weights.length / 2;
      float[] result = new float[image.length];
      for (int p = 0; p < image.length; p++) {
        double sum = 0;
        for (int d = -reach; d <= reach; d++) {
          sum += weights[d + reach] * image[neighbour(shape, p, d * right, d * down)];
        }
        result[p] = (float) sum;
      }
      return result;
    }

    @Override
    public String text() {
      return "gaussian filter of " + sigma + " pixels";
    }
  }

  /**
   * The middle one of a square of neighbours.
   *
   * @param side of the square in pixels, odd
   */
  record Median(int side) implements SmoothingFilter {
    @Override
    public float[] smoothed(ImageShape shape, float[] image) {
      int reach = side / 2;
      float[] square = new float[side * side];
      float[] result = new float[image.length];
      for (int p = 0; p < image.length; p++) {
        for (int i = 0; i < square.length; i++) {
          square[i] = image[neighbour(shape, p, i % side - reach, i / side - reach)];
        }
        Arrays.sort(square);
        result[p] = square[square.length / 2];
      }
      return result;
    }

    @Override
    public String text() {
      return "median filter of " + side + "×" + side + " pixels";
    }
  }

  /** The pixel so far right and down of one, in its channel. */
  private static int neighbour(ImageShape shape, int p, int right, int down) {
    int width = shape.width();
    int height = shape.height();
    int x = Math.clamp(p % width + (long) right, 0, width - 1);
    int y = Math.clamp(p / width % height + (long) down, 0, height - 1);
    return p / (width * height) * width * height + y * width + x;
  }
}
