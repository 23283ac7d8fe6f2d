package org.aeworkbench.vector;

import static org.aeworkbench.vector.Tiling.LANES;

/** The same numbers as maps of another shape; of rows of numbers nothing has to be done for it. */
final class ReshapeStage implements Stage {
  private final Boundary.Tiles in;
  private final Boundary.Tiles out;

  ReshapeStage(Boundary.Tiles in, Boundary.Tiles out) {
    this.in = in;
    this.out = out;
  }

  @Override
  public void forward(float[] m, Worker w) {
    for (int tile = 0; tile < w.tiles(); tile++) {
      copy(m, in.map(w, tile), out.map(w, tile));
    }
  }

  @Override
  public void backward(float[] m, Worker w) {
    for (int tile = 0; tile < w.tiles(); tile++) {
      TileMap from = out.map(w, tile);
      TileMap to = in.map(w, tile);
      int values = to.shape().size();
      for (int p = 0; p < values; p++) {
        ActivationKernel.derive(in.activation(), m, from.position(p), to.position(p), LANES);
      }
      copy(m, from, to);
    }
  }

  private static void copy(float[] m, TileMap from, TileMap to) {
    int values = to.shape().size();
    for (int p = 0; p < values; p++) {
      System.arraycopy(m, from.position(p), m, to.position(p), LANES);
    }
  }
}
