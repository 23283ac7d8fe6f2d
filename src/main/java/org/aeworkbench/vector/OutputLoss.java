package org.aeworkbench.vector;

import static org.aeworkbench.vector.Tiling.LANES;

import java.util.Arrays;
import org.aeworkbench.model.Activation;
import org.aeworkbench.model.Loss;
import org.aeworkbench.model.Shape;

/**
 * The loss of a block of images from the weighted sums of the last layer, which become gradients.
 */
final class OutputLoss {
  private final Loss loss;
  private final Activation activation;
  private final Boundary output;
  private final Boundary target;

  /** Vectors of weights for rows: all lanes, and the lanes of an image's last vector. */
  private final int allLanes;

  private final int tailLanes;

  /**
   * A loss.
   *
   * @param output where the sums stand
   * @param target where the images stand, in the same layout
   */
  OutputLoss(Loss loss, Activation activation, Boundary output, Boundary target, Memory plan) {
    this.loss = loss;
    this.activation = activation;
    this.output = output;
    this.target = target;
    allLanes = plan.reserve(LANES);
    tailLanes = plan.reserve(LANES);
  }

  /** To be called once when the memory is there. */
  void prepare(float[] m, int size) {
    Arrays.fill(m, allLanes, allLanes + LANES, 1f);
    Arrays.fill(m, tailLanes, tailLanes + size % LANES, 1f);
  }

  /**
   * Sums the losses of a block over images and numbers.
   *
   * @param scale factor of the gradients
   */
  double run(float[] m, Worker w, float scale) {
    return switch (output) {
      case Boundary.Rows rows -> rows(m, w, scale, rows, (Boundary.Rows) target);
      case Boundary.Tiles tiles -> {
        double sum = 0;
        for (int tile = 0; tile < w.tiles(); tile++) {
          TileMap images = ((Boundary.Tiles) target).map(w, tile);
          sum += tile(m, w, scale, tile, tiles.map(w, tile), images);
        }
        yield sum;
      }
    };
  }

  /** Rows without an image get no gradients. */
  private double rows(float[] m, Worker w, float scale, Boundary.Rows out, Boundary.Rows images) {
    int size = out.size();
    int whole = size / LANES;
    int end = w.first + w.images;
    double sum = 0;
    for (int r = w.first; r < end; r++) {
      int z = out.row(r);
      int x = images.row(r);
      sum += apply(m, w, z, x, whole, allLanes, scale);
      if (size % LANES != 0) {
        sum += apply(m, w, z + whole * LANES, x + whole * LANES, 1, tailLanes, scale);
      }
    }
    Arrays.fill(m, out.row(end), out.row(w.endRow()), 0f);
    return sum;
  }

  /** Lanes without an image get no gradients. */
  private double tile(float[] m, Worker w, float scale, int tile, TileMap out, TileMap images) {
    Shape.Maps shape = out.shape();
    int lanes = w.space.lanes() + tile * LANES;
    double sum = 0;
    for (int row = 0; row < shape.channels() * shape.height(); row++) {
      int p = row * shape.width();
      sum += apply(m, w, out.position(p), images.position(p), shape.width(), lanes, scale);
    }
    return sum;
  }

  private double apply(float[] m, Worker w, int z, int x, int vectors, int weights, float scale) {
    return LossKernel.apply(loss, activation, m, z, x, vectors, weights, w.space.scratch(), scale);
  }
}
