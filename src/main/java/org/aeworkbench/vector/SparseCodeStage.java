package org.aeworkbench.vector;

import static org.aeworkbench.vector.Tiling.LANES;
import static org.aeworkbench.vector.Tiling.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * Stands where the code of a sparse autoencoder is, passes it on, adds up its absolute values and
 * adds their gradient on the way back.
 */
final class SparseCodeStage implements Stage {
  private final Boundary in;
  private final Boundary out;

  /** A stage between boundaries of the same layout. */
  SparseCodeStage(Boundary in, Boundary out) {
    this.in = in;
    this.out = out;
  }

  @Override
  public void forward(float[] m, Worker w) {
    int scratch = w.space.scratch();
    switch (in) {
      case Boundary.Rows rows -> {
        Boundary.Rows to = (Boundary.Rows) out;
        int width = Tiling.padded(rows.size());
        for (int r = w.first; r < w.endRow(); r++) {
          System.arraycopy(m, rows.row(r), m, to.row(r), width);
        }
        for (int r = w.first; r < w.first + w.images; r++) {
          w.penalty += sum(m, rows.row(r), width, scratch);
        }
      }
      case Boundary.Tiles tiles -> {
        for (int tile = 0; tile < w.tiles(); tile++) {
          TileMap from = tiles.map(w, tile);
          copy(m, from, ((Boundary.Tiles) out).map(w, tile));
          w.penalty += sum(m, from, w.space.lanes() + tile * LANES, scratch);
        }
      }
    }
  }

  /** Σ|value| of a row, whose padding is 0. */
  private static double sum(float[] m, int values, int length, int scratch) {
    FloatVector sum = FloatVector.zero(SPECIES);
    for (int i = 0; i < length; i += LANES) {
      sum = sum.add(FloatVector.fromArray(SPECIES, m, values + i).abs());
    }
    sum.intoArray(m, scratch);
    return Tiling.sumOfLanes(m, scratch);
  }

  /**
   * Σ|value| of the images of a tile.
   *
   * @param lanes a vector of 1 where there is an image, else 0
   */
  private static double sum(float[] m, TileMap map, int lanes, int scratch) {
    FloatVector weight = FloatVector.fromArray(SPECIES, m, lanes);
    FloatVector sum = FloatVector.zero(SPECIES);
    for (int p = 0; p < map.shape().size(); p++) {
      sum = FloatVector.fromArray(SPECIES, m, map.position(p)).abs().fma(weight, sum);
    }
    sum.intoArray(m, scratch);
    return Tiling.sumOfLanes(m, scratch);
  }

  private static void copy(float[] m, TileMap from, TileMap to) {
    for (int row = 0; row < from.shape().channels() * from.shape().height(); row++) {
      int p = row * from.shape().width();
      System.arraycopy(m, from.position(p), m, to.position(p), from.rowLength());
    }
  }

  @Override
  public void backward(float[] m, Worker w) {
    switch (in) {
      case Boundary.Rows rows -> {
        Boundary.Rows from = (Boundary.Rows) out;
        int width = Tiling.padded(rows.size());
        int end = w.first + w.images;
        for (int r = w.first; r < w.endRow(); r++) {
          System.arraycopy(m, from.gradientRow(r), m, rows.gradientRow(r), width);
          if (r < end) {
            FloatVector factor = FloatVector.broadcast(SPECIES, w.penaltyScale);
            addSigns(m, rows.gradientRow(r), rows.row(r), width, factor);
          }
        }
        ActivationKernel.deriveRows(rows, m, w.first, w.endRow());
      }
      case Boundary.Tiles tiles -> {
        for (int tile = 0; tile < w.tiles(); tile++) {
          backward(m, w, tile, ((Boundary.Tiles) out).map(w, tile), tiles);
        }
      }
    }
  }

  private static void backward(
      float[] m, Worker w, int tile, TileMap gradients, Boundary.Tiles tiles) {
    TileMap map = tiles.map(w, tile);
    FloatVector factor =
        FloatVector.fromArray(SPECIES, m, w.space.lanes() + tile * LANES).mul(w.penaltyScale);
    for (int row = 0; row < map.shape().channels() * map.shape().height(); row++) {
      int p = row * map.shape().width();
      int d = gradients.position(p);
      addSigns(m, d, map.position(p), map.rowLength(), factor);
      ActivationKernel.derive(tiles.activation(), m, d, map.position(p), map.rowLength());
    }
    copy(m, gradients, map);
  }

  /** Adds factor · sign(value); the sign of 0 is 0. */
  private static void addSigns(
      float[] m, int gradients, int values, int length, FloatVector factor) {
    FloatVector minus = factor.neg();
    for (int i = 0; i < length; i += LANES) {
      FloatVector value = FloatVector.fromArray(SPECIES, m, values + i);
      VectorMask<Float> above = value.compare(VectorOperators.GT, 0f);
      VectorMask<Float> below = value.compare(VectorOperators.LT, 0f);
      FloatVector d = FloatVector.fromArray(SPECIES, m, gradients + i);
      d = d.add(factor, above).add(minus, below);
      d.intoArray(m, gradients + i);
    }
  }
}
