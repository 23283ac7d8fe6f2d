package org.aeworkbench.vector;

import static org.aeworkbench.vector.Tiling.LANES;

/** 2×2 max pooling by itself, where no convolution stands before it to do it along. */
final class PoolingStage extends MapStage {
  private final TileMap[] codes;

  PoolingStage(Boundary.Tiles in, Boundary.Tiles out, StackMemory memory) {
    super(in, out);
    codes = memory.codes(out.any().shape());
  }

  @Override
  TileMap forwardSteps(TileMap before, TileMap behind) {
    return behind;
  }

  @Override
  void forwardRow(float[] m, Worker w, int tile, TileMap before, TileMap behind, int c, int y) {
    int upper = w.space.strip().at(0, 0, 0);
    int lower = w.space.strip().at(0, 1, 0);
    copyRow(m, before, c, 2 * y, upper);
    copyRow(m, before, c, 2 * y + 1, lower);
    int code = code(w, tile).at(c, y, 0);
    PoolingKernel.forward(m, upper, lower, 0f, behind.at(c, y, 0), code, behind.shape().width());
  }

  private static void copyRow(float[] m, TileMap from, int channel, int y, int to) {
    int width = from.shape().width();
    if (y < from.shape().height()) {
      System.arraycopy(m, from.at(channel, y, 0), m, to, width * LANES);
      PoolingKernel.fillMissing(m, to + width * LANES, width % 2);
    } else {
      PoolingKernel.fillMissing(m, to, width + width % 2);
    }
  }

  private TileMap code(Worker w, int tile) {
    return codes[w.number * out.tilesOfBlock() + tile];
  }

  @Override
  TileMap backwardSteps(TileMap before, TileMap behind) {
    return behind;
  }

  @Override
  void backwardRow(float[] m, Worker w, int tile, TileMap before, TileMap behind, int c, int y) {
    int upper = w.space.strip().at(0, 0, 0);
    int lower = w.space.strip().at(0, 1, 0);
    int code = code(w, tile).at(c, y, 0);
    PoolingKernel.backward(m, behind.at(c, y, 0), code, behind.shape().width(), upper, lower);
    put(m, upper, before, c, 2 * y);
    if (2 * y + 1 < before.shape().height()) {
      put(m, lower, before, c, 2 * y + 1);
    }
  }

  private void put(float[] m, int gradients, TileMap to, int channel, int y) {
    int row = to.at(channel, y, 0);
    ActivationKernel.derive(in.activation(), m, gradients, row, to.rowLength());
    System.arraycopy(m, gradients, m, row, to.rowLength());
  }
}
