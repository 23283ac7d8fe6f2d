package org.aeworkbench.vector;

import static org.aeworkbench.vector.Tiling.LANES;
import static org.aeworkbench.vector.Tiling.ROWS;

import org.aeworkbench.model.Shape;

/**
 * One worker's memory for what lives within a stage.
 *
 * @param strip two rows of 8 channels of a stage's sums, wide enough for the widest
 * @param band two rows of sum gradients of 4 channels
 * @param scratch one row of values
 * @param lanes for each tile of a block one vector of 1 where a lane holds an image, else 0
 * @param accumulators vectors of weight gradients, one image a lane
 * @param totals those, summed over the lanes
 * @param tile for a register tile of a {@link DenseGradient}
 * @param zeros what a register tile of a {@link MatrixProduct} starts with
 */
record Workspace(
    TileMap strip,
    TileMap band,
    int scratch,
    int lanes,
    int accumulators,
    int totals,
    int tile,
    int zeros) {

  /** How much the stages of a network ask for. */
  static final class Size {
    private int width = 1;
    private int row = LANES;
    private int vectors = 1;

    /** Room for rows of maps so wide. */
    void width(int positions) {
      width = Math.max(width, positions);
    }

    /** Room for so many values in a row. */
    void row(int values) {
      row = Math.max(row, values);
    }

    /** Room for so many vectors of weight gradients. */
    void vectors(int count) {
      vectors = Math.max(vectors, count);
    }
  }

  /** Reserves one worker's memory. */
  static Workspace reserve(Size size, int tilesOfBlock, Memory plan) {
    return new Workspace(
        TileMap.reserve(plan, new Shape.Maps(ROWS, 2, size.width + 1), 0),
        TileMap.reserve(plan, new Shape.Maps(TapGradientKernel.SIDE, 2, size.width + 1), 0),
        plan.reserve(Math.max(size.row, (size.width + 1) * LANES) + LANES),
        plan.reserve(tilesOfBlock * LANES),
        plan.reserve(size.vectors * LANES),
        plan.reserve(size.vectors),
        plan.reserve(ROWS * Tiling.WIDTH * LANES),
        plan.reserve(ROWS * Tiling.WIDTH * LANES));
  }
}
