package org.aeworkbench.vector;

import static org.aeworkbench.vector.Tiling.LANES;
import static org.aeworkbench.vector.Tiling.SPECIES;

import jdk.incubator.vector.FloatVector;

/** Nearest upsampling by itself, where no convolution stands behind it to do it along. */
final class UpsamplingStage extends MapStage {
  UpsamplingStage(Boundary.Tiles in, Boundary.Tiles out) {
    super(in, out);
  }

  @Override
  TileMap forwardSteps(TileMap before, TileMap behind) {
    return before;
  }

  @Override
  void forwardRow(float[] m, Worker w, int tile, TileMap before, TileMap behind, int c, int y) {
    int upper = behind.at(c, 2 * y, 0);
    spread(m, before.at(c, y, 0), before.shape().width(), upper);
    System.arraycopy(m, upper, m, behind.at(c, 2 * y + 1, 0), behind.rowLength());
  }

  private static void spread(float[] m, int from, int positions, int to) {
    for (int x = 0; x < positions; x++) {
      FloatVector value = FloatVector.fromArray(SPECIES, m, from + x * LANES);
      value.intoArray(m, to + 2 * x * LANES);
      value.intoArray(m, to + (2 * x + 1) * LANES);
    }
  }

  @Override
  TileMap backwardSteps(TileMap before, TileMap behind) {
    return before;
  }

  @Override
  void backwardRow(float[] m, Worker w, int tile, TileMap before, TileMap behind, int c, int y) {
    int d = w.space.scratch();
    int row = before.at(c, y, 0);
    sum(m, behind.at(c, 2 * y, 0), behind.at(c, 2 * y + 1, 0), before.shape().width(), d);
    ActivationKernel.derive(in.activation(), m, d, row, before.rowLength());
    System.arraycopy(m, d, m, row, before.rowLength());
  }

  private static void sum(float[] m, int upper, int lower, int positions, int to) {
    for (int x = 0; x < positions; x++) {
      int left = 2 * x * LANES;
      FloatVector top =
          FloatVector.fromArray(SPECIES, m, upper + left)
              .add(FloatVector.fromArray(SPECIES, m, upper + left + LANES));
      FloatVector bottom =
          FloatVector.fromArray(SPECIES, m, lower + left)
              .add(FloatVector.fromArray(SPECIES, m, lower + left + LANES));
      top.add(bottom).intoArray(m, to + x * LANES);
    }
  }
}
