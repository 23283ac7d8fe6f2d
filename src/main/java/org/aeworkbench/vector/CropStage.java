package org.aeworkbench.vector;

import static org.aeworkbench.vector.Tiling.LANES;

import java.util.Arrays;

/** The middle of each map; what was cut off gets no gradient. */
final class CropStage extends MapStage {
  private final int top;
  private final int left;

  CropStage(Boundary.Tiles in, Boundary.Tiles out) {
    super(in, out);
    top = (in.any().shape().height() - out.any().shape().height()) / 2;
    left = (in.any().shape().width() - out.any().shape().width()) / 2;
  }

  @Override
  TileMap forwardSteps(TileMap before, TileMap behind) {
    return behind;
  }

  @Override
  void forwardRow(float[] m, Worker w, int tile, TileMap before, TileMap behind, int c, int y) {
    System.arraycopy(m, before.at(c, top + y, left), m, behind.at(c, y, 0), behind.rowLength());
  }

  @Override
  TileMap backwardSteps(TileMap before, TileMap behind) {
    return before;
  }

  @Override
  void backwardRow(float[] m, Worker w, int tile, TileMap before, TileMap behind, int c, int y) {
    int row = before.at(c, y, 0);
    int kept = y - top;
    if (kept < 0 || kept >= behind.shape().height()) {
      Arrays.fill(m, row, row + before.rowLength(), 0f);
      return;
    }
    int d = behind.at(c, kept, 0);
    int first = row + left * LANES;
    int end = first + behind.rowLength();
    ActivationKernel.derive(in.activation(), m, d, first, behind.rowLength());
    System.arraycopy(m, d, m, first, behind.rowLength());
    Arrays.fill(m, row, first, 0f);
    Arrays.fill(m, end, row + before.rowLength(), 0f);
  }
}
