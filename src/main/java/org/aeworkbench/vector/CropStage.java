package org.aeworkbench.vector;

import static org.aeworkbench.vector.Tiling.LANES;

import java.util.Arrays;
import org.aeworkbench.model.Shape;

/** The middle of each map; what was cut off gets no gradient. */
final class CropStage implements Stage {
  private final Boundary.Tiles in;
  private final Boundary.Tiles out;
  private final int top;
  private final int left;

  CropStage(Boundary.Tiles in, Boundary.Tiles out) {
    this.in = in;
    this.out = out;
    top = (in.any().shape().height() - out.any().shape().height()) / 2;
    left = (in.any().shape().width() - out.any().shape().width()) / 2;
  }

  @Override
  public void forward(float[] m, Worker w) {
    for (int tile = 0; tile < w.tiles(); tile++) {
      TileMap from = in.map(w, tile);
      TileMap to = out.map(w, tile);
      Shape.Maps shape = to.shape();
      for (int c = 0; c < shape.channels(); c++) {
        for (int y = 0; y < shape.height(); y++) {
          System.arraycopy(m, from.at(c, top + y, left), m, to.at(c, y, 0), to.rowLength());
        }
      }
    }
  }

  @Override
  public void backward(float[] m, Worker w) {
    for (int tile = 0; tile < w.tiles(); tile++) {
      TileMap from = out.map(w, tile);
      TileMap to = in.map(w, tile);
      Shape.Maps shape = to.shape();
      for (int c = 0; c < shape.channels(); c++) {
        for (int y = 0; y < shape.height(); y++) {
          int row = to.at(c, y, 0);
          int kept = y - top;
          if (kept < 0 || kept >= from.shape().height()) {
            Arrays.fill(m, row, row + to.rowLength(), 0f);
            continue;
          }
          int d = from.at(c, kept, 0);
          int first = row + left * LANES;
          int end = first + from.rowLength();
          ActivationKernel.derive(in.activation(), m, d, first, from.rowLength());
          System.arraycopy(m, d, m, first, from.rowLength());
          Arrays.fill(m, row, first, 0f);
          Arrays.fill(m, end, row + to.rowLength(), 0f);
        }
      }
    }
  }
}
