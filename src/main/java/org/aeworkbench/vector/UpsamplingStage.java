package org.aeworkbench.vector;

import static org.aeworkbench.vector.Tiling.LANES;
import static org.aeworkbench.vector.Tiling.SPECIES;

import jdk.incubator.vector.FloatVector;
import org.aeworkbench.model.Shape;

/** Nearest upsampling by itself, where no convolution stands behind it to do it along. */
final class UpsamplingStage implements Stage {
  private final Boundary.Tiles in;
  private final Boundary.Tiles out;

  UpsamplingStage(Boundary.Tiles in, Boundary.Tiles out) {
    this.in = in;
    this.out = out;
  }

  @Override
  public void forward(float[] m, Worker w) {
    for (int tile = 0; tile < w.tiles(); tile++) {
      TileMap from = in.map(w, tile);
      TileMap to = out.map(w, tile);
      Shape.Maps shape = from.shape();
      for (int c = 0; c < shape.channels(); c++) {
        for (int y = 0; y < shape.height(); y++) {
          int upper = to.at(c, 2 * y, 0);
          spread(m, from.at(c, y, 0), shape.width(), upper);
          System.arraycopy(m, upper, m, to.at(c, 2 * y + 1, 0), to.rowLength());
        }
      }
    }
  }

  private static void spread(float[] m, int from, int positions, int to) {
    for (int x = 0; x < positions; x++) {
      FloatVector value = FloatVector.fromArray(SPECIES, m, from + x * LANES);
      value.intoArray(m, to + 2 * x * LANES);
      value.intoArray(m, to + (2 * x + 1) * LANES);
    }
  }

  @Override
  public void backward(float[] m, Worker w) {
    int d = w.space.scratch();
    for (int tile = 0; tile < w.tiles(); tile++) {
      TileMap from = out.map(w, tile);
      TileMap to = in.map(w, tile);
      Shape.Maps shape = to.shape();
      for (int c = 0; c < shape.channels(); c++) {
        for (int y = 0; y < shape.height(); y++) {
          int row = to.at(c, y, 0);
          sum(m, from.at(c, 2 * y, 0), from.at(c, 2 * y + 1, 0), shape.width(), d);
          ActivationKernel.derive(in.activation(), m, d, row, to.rowLength());
          System.arraycopy(m, d, m, row, to.rowLength());
        }
      }
    }
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
