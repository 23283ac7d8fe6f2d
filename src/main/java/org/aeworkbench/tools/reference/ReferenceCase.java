package org.aeworkbench.tools.reference;

import java.util.List;
import org.aeworkbench.datasets.MadeImages;
import org.aeworkbench.model.LossTerms;
import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.model.Objective;
import org.aeworkbench.model.Optimizer;

/**
 * One training of a reference file and what came of it. All numbers are finite.
 *
 * @param name what the file calls it
 * @param spec the network
 * @param made whether the images are {@link MadeImages}; otherwise they are MNIST's
 * @param optimizer with its hyperparameters
 * @param objective what it makes small
 * @param batchSize images an update; update s (from 0) learns the images from s·batchSize on
 * @param losses before every update, with what they are made of
 * @param codeL2 Euclidean norms of the codes of the first training images
 * @param codeOfImage0 the first numbers of the code of image 0, at most as many as the code has
 * @param reconstructionSums sums of the pixels of the first images' reconstructions
 * @param parameters after the last update: weights and biases by turns, layer by layer
 */
public record ReferenceCase(
    String name,
    NetworkSpec spec,
    boolean made,
    Optimizer optimizer,
    Objective objective,
    int batchSize,
    List<LossTerms> losses,
    double[] codeL2,
    double[] codeOfImage0,
    double[] reconstructionSums,
    List<Tensor> parameters) {
  /**
   * A weight matrix, convolution kernel or bias vector.
   *
   * @param size how many numbers
   * @param sum of them
   * @param l2 their Euclidean norm
   */
  public record Tensor(int size, double sum, double l2) {}

  /** Training images that it looks at. */
  public long images() {
    return Math.max(
        (long) losses.size() * batchSize, Math.max(codeL2.length, reconstructionSums.length));
  }

  /** For instance {@code conv 128 adam bce, batch 128, 40 steps}. */
  public String title() {
    return name
        + " "
        + optimizer.id()
        + " "
        + objective.loss().id()
        + ", batch "
        + batchSize
        + ", "
        + losses.size()
        + " steps";
  }
}
