package org.aeworkbench.vector;

import static org.aeworkbench.vector.Tiling.LANES;

/** From tiles of maps to rows of numbers in the order channel, row, column. */
final class ToRowsStage implements Stage {
  private final Boundary.Tiles in;
  private final Boundary.Rows out;

  ToRowsStage(Boundary.Tiles in, Boundary.Rows out) {
    this.in = in;
    this.out = out;
  }

  @Override
  public void forward(float[] m, Worker w) {
    for (int tile = 0; tile < w.tiles(); tile++) {
      Transposition.toRows(m, in.map(w, tile), out.row(w.first + tile * LANES), out.stride());
    }
  }

  @Override
  public void backward(float[] m, Worker w) {
    int d = w.space.scratch();
    for (int tile = 0; tile < w.tiles(); tile++) {
      TileMap map = in.map(w, tile);
      int from = out.gradientRow(w.first + tile * LANES);
      int width = map.shape().width();
      int rows = map.shape().channels() * map.shape().height();
      for (int row = 0; row < rows; row++) {
        Transposition.fromRows(m, from + row * width, out.stride(), d, width);
        int at = map.position(row * width);
        ActivationKernel.derive(in.activation(), m, d, at, map.rowLength());
        System.arraycopy(m, d, m, at, map.rowLength());
      }
    }
  }
}
