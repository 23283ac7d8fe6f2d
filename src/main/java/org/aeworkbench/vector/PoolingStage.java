package org.aeworkbench.vector;

import static org.aeworkbench.vector.Tiling.LANES;

import org.aeworkbench.model.Shape;

/** 2×2 max pooling by itself, where no convolution stands before it to do it along. */
final class PoolingStage implements Stage {
  private final Boundary.Tiles in;
  private final Boundary.Tiles out;
  private final TileMap[] codes;

  PoolingStage(Boundary.Tiles in, Boundary.Tiles out, StackMemory memory) {
    this.in = in;
    this.out = out;
    codes = memory.codes(out.any().shape());
  }

  @Override
  public void forward(float[] m, Worker w) {
    TileMap strip = w.space.strip();
    for (int tile = 0; tile < w.tiles(); tile++) {
      TileMap from = in.map(w, tile);
      TileMap to = out.map(w, tile);
      Shape.Maps shape = to.shape();
      for (int c = 0; c < shape.channels(); c++) {
        for (int y = 0; y < shape.height(); y++) {
          copyRow(m, from, c, 2 * y, strip.at(0, 0, 0));
          copyRow(m, from, c, 2 * y + 1, strip.at(0, 1, 0));
          PoolingKernel.forward(
              m,
              strip.at(0, 0, 0),
              strip.at(0, 1, 0),
              0f,
              to.at(c, y, 0),
              code(w, tile).at(c, y, 0),
              shape.width());
        }
      }
    }
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
  public void backward(float[] m, Worker w) {
    TileMap strip = w.space.strip();
    for (int tile = 0; tile < w.tiles(); tile++) {
      TileMap pooled = out.map(w, tile);
      TileMap to = in.map(w, tile);
      Shape.Maps shape = pooled.shape();
      for (int c = 0; c < shape.channels(); c++) {
        for (int y = 0; y < shape.height(); y++) {
          int upper = strip.at(0, 0, 0);
          int lower = strip.at(0, 1, 0);
          PoolingKernel.backward(
              m, pooled.at(c, y, 0), code(w, tile).at(c, y, 0), shape.width(), upper, lower);
          put(m, upper, to, c, 2 * y);
          if (2 * y + 1 < to.shape().height()) {
            put(m, lower, to, c, 2 * y + 1);
          }
        }
      }
    }
  }

  private void put(float[] m, int gradients, TileMap to, int channel, int y) {
    int row = to.at(channel, y, 0);
    ActivationKernel.derive(in.activation(), m, gradients, row, to.rowLength());
    System.arraycopy(m, gradients, m, row, to.rowLength());
  }
}
