package org.aeworkbench.vector;

import static org.aeworkbench.vector.Tiling.LANES;

/**
 * Dropout: while training, numbers become 0 with a probability and the others grow; otherwise they
 * pass. What is dropped depends on the seed, the layer, the step, the image's place in its batch
 * and the number's place in the image, and on nothing else; see {@link DropoutKernel}.
 */
final class DropoutStage implements Stage {
  private final Boundary in;
  private final Boundary out;
  private final DropoutKernel kernel;
  private final long layerKey;

  /**
   * A stage between boundaries of the same layout.
   *
   * @param rate share that is dropped
   * @param layerKey of seed and layer
   */
  DropoutStage(Boundary in, Boundary out, double rate, long layerKey) {
    this.in = in;
    this.out = out;
    this.layerKey = layerKey;
    kernel = new DropoutKernel(rate);
  }

  @Override
  public void forward(float[] m, Worker w) {
    switch (in) {
      case Boundary.Rows rows -> forward(m, w, rows, (Boundary.Rows) out);
      case Boundary.Tiles tiles -> forward(m, w, tiles, (Boundary.Tiles) out);
    }
  }

  private void forward(float[] m, Worker w, Boundary.Rows from, Boundary.Rows to) {
    for (int r = w.first; r < w.endRow(); r++) {
      System.arraycopy(m, from.row(r), m, to.row(r), Tiling.padded(from.size()));
      if (w.training) {
        kernel.row(m, to.row(r), from.size(), key(w, r - w.first));
      }
    }
  }

  private void forward(float[] m, Worker w, Boundary.Tiles from, Boundary.Tiles to) {
    for (int tile = 0; tile < w.tiles(); tile++) {
      copy(m, from.map(w, tile), to.map(w, tile));
      if (w.training) {
        drop(m, w, tile, to.map(w, tile));
      }
    }
  }

  private static void copy(float[] m, TileMap from, TileMap to) {
    int rows = from.shape().channels() * from.shape().height();
    for (int row = 0; row < rows; row++) {
      int p = row * from.shape().width();
      System.arraycopy(m, from.position(p), m, to.position(p), from.rowLength());
    }
  }

  private void drop(float[] m, Worker w, int tile, TileMap map) {
    for (int i = 0; i < LANES; i++) {
      w.keys[i] = key(w, tile * LANES + i);
    }
    int rows = map.shape().channels() * map.shape().height();
    for (int row = 0; row < rows; row++) {
      int p = row * map.shape().width();
      kernel.tileRow(m, map.position(p), map.shape().width(), w.keys, p);
    }
  }

  private int key(Worker w, int image) {
    return DropoutKernel.key(layerKey, w.step, w.position + image);
  }

  @Override
  public void backward(float[] m, Worker w) {
    switch (out) {
      case Boundary.Rows rows -> backward(m, w, rows, (Boundary.Rows) in);
      case Boundary.Tiles tiles -> backward(m, w, tiles, (Boundary.Tiles) in);
    }
  }

  private void backward(float[] m, Worker w, Boundary.Rows from, Boundary.Rows to) {
    for (int r = w.first; r < w.endRow(); r++) {
      System.arraycopy(m, from.gradientRow(r), m, to.gradientRow(r), Tiling.padded(to.size()));
      kernel.row(m, to.gradientRow(r), from.size(), key(w, r - w.first));
    }
    ActivationKernel.deriveRows(to, m, w.first, w.endRow());
  }

  private void backward(float[] m, Worker w, Boundary.Tiles from, Boundary.Tiles to) {
    for (int tile = 0; tile < w.tiles(); tile++) {
      TileMap gradients = from.map(w, tile);
      TileMap map = to.map(w, tile);
      drop(m, w, tile, gradients);
      int rows = map.shape().channels() * map.shape().height();
      for (int row = 0; row < rows; row++) {
        int p = row * map.shape().width();
        int d = gradients.position(p);
        ActivationKernel.derive(to.activation(), m, d, map.position(p), map.rowLength());
      }
      copy(m, gradients, map);
    }
  }
}
