package org.aeworkbench.vector;

import static org.aeworkbench.vector.Tiling.LANES;

/** From rows of numbers in the order channel, row, column to tiles of maps. */
final class ToTilesStage implements Stage {
  private final Boundary.Rows in;
  private final Boundary.Tiles out;

  ToTilesStage(Boundary.Rows in, Boundary.Tiles out) {
    this.in = in;
    this.out = out;
  }

  @Override
  public void forward(float[] m, Worker w) {
    for (int tile = 0; tile < w.tiles(); tile++) {
      TileMap map = out.map(w, tile);
      int from = in.row(w.first + tile * LANES);
      int width = map.shape().width();
      int rows = map.shape().channels() * map.shape().height();
      for (int row = 0; row < rows; row++) {
        Transposition.fromRows(
            m, from + row * width, in.stride(), map.position(row * width), width);
      }
    }
  }

  @Override
  public void backward(float[] m, Worker w) {
    for (int tile = 0; tile < w.tiles(); tile++) {
      int first = w.first + tile * LANES;
      Transposition.toRows(m, out.map(w, tile), in.gradientRow(first), in.stride());
      ActivationKernel.deriveRows(in, m, first, first + LANES);
    }
  }
}
