package org.aeworkbench.vector;

import org.aeworkbench.model.Shape;

/**
 * A stage without parameters from maps to maps, worked on row by row: of each tile of the block, of
 * each channel, which it leaves alone.
 */
abstract class MapStage implements Stage {
  final Boundary.Tiles in;
  final Boundary.Tiles out;

  MapStage(Boundary.Tiles in, Boundary.Tiles out) {
    this.in = in;
    this.out = out;
  }

  @Override
  public final void forward(float[] m, Worker w) {
    for (int tile = 0; tile < w.tiles(); tile++) {
      TileMap before = in.map(w, tile);
      TileMap behind = out.map(w, tile);
      Shape.Maps steps = forwardSteps(before, behind).shape();
      for (int c = 0; c < steps.channels(); c++) {
        for (int y = 0; y < steps.height(); y++) {
          forwardRow(m, w, tile, before, behind, c, y);
        }
      }
    }
  }

  @Override
  public final void backward(float[] m, Worker w) {
    for (int tile = 0; tile < w.tiles(); tile++) {
      TileMap before = in.map(w, tile);
      TileMap behind = out.map(w, tile);
      Shape.Maps steps = backwardSteps(before, behind).shape();
      for (int c = 0; c < steps.channels(); c++) {
        for (int y = 0; y < steps.height(); y++) {
          backwardRow(m, w, tile, before, behind, c, y);
        }
      }
    }
  }

  /** Which of the two has a row for each step forward. */
  abstract TileMap forwardSteps(TileMap before, TileMap behind);

  /** Which of the two has a row for each step backward. */
  abstract TileMap backwardSteps(TileMap before, TileMap behind);

  /** Values behind the stage that belong to row {@code y}. */
  abstract void forwardRow(
      float[] m, Worker w, int tile, TileMap before, TileMap behind, int c, int y);

  /** Gradients before the stage that belong to row {@code y}. */
  abstract void backwardRow(
      float[] m, Worker w, int tile, TileMap before, TileMap behind, int c, int y);
}
