package org.aeworkbench.vector;

import static org.aeworkbench.vector.Tiling.LANES;
import static org.aeworkbench.vector.Tiling.ROWS;
import static org.aeworkbench.vector.Tiling.SPECIES;

import java.util.Objects;
import jdk.incubator.vector.FloatVector;
import org.jspecify.annotations.Nullable;

/**
 * The way back through a convolution over a tile of images. On entry the stage's output map holds
 * the gradients of its (pooled) sums; on exit its input map holds those of the stage before.
 */
final class ConvolutionBackward {
  private final ConvolutionShape shape;
  private final Boundary.Tiles in;
  private final Boundary.Tiles out;
  private final KernelWeights weights;
  private final KernelGradient gradient;

  /** For a pooled stage with an input gradient, the gradients of its sums at full size. */
  private final TileMap @Nullable [] full;

  /** From the gradients of the sums to those of the input; null for the first that learns. */
  private final @Nullable TapTable table;

  private final int packed;

  ConvolutionBackward(
      ConvolutionShape shape,
      Boundary.Tiles in,
      Boundary.Tiles out,
      KernelWeights weights,
      TapTable forward,
      boolean inputGradient,
      StackMemory memory) {
    this.shape = shape;
    this.in = in;
    this.out = out;
    this.weights = weights;
    Correlation back = Correlation.inputGradient(shape);
    boolean bandIsEnough =
        shape.pooled() && !inputGradient && shape.kind() == ConvolutionShape.Kind.PLAIN;
    full =
        shape.pooled() && !bandIsEnough
            ? memory.workerMaps(shape.sums(), Math.max(1, back.border(shape.sums(), shape.input())))
            : null;
    gradient = new KernelGradient(shape, forward, bandIsEnough, memory.size());
    if (inputGradient) {
      TileMap sums = full == null ? out.any() : full[0];
      table =
          new TapTable(
              back,
              shape.outputs(),
              shape.inputs(),
              shape.input().width(),
              sums,
              shape.writesImage());
      packed = memory.plan().reserve(table.length);
    } else {
      table = null;
      packed = 0;
    }
  }

  /** Packs the kernel of a pair of channels for the input gradient. */
  void pack(float[] m, int kernel, int output, int input) {
    if (table != null) {
      table.pack(m, kernel, packed, input, output);
    }
  }

  /**
   * Runs the stage backwards on one tile.
   *
   * @param code which sums were the maxima, if the stage is pooled
   */
  void run(float[] m, Worker w, int tile, @Nullable TileMap code) {
    boolean adds = w.adds || tile > 0;
    TileMap pooled = out.map(w, tile);
    sumBiases(m, w, pooled, adds);
    TileMap sums = pooled;
    if (full != null) {
      sums = full[w.number];
      unpool(m, pooled, Objects.requireNonNull(code), sums);
    }
    gradient.run(m, w, in.map(w, tile), sums, code, weights, adds);
    if (table != null) {
      inputGradient(m, w, sums, in.map(w, tile), table);
    }
  }

  private void sumBiases(float[] m, Worker w, TileMap map, boolean adds) {
    int biases = weights.biasesInSlot(w.slot);
    int height = map.shape().height();
    int parts = KernelGradient.parts(height, map.shape().width());
    for (int k = 0; k < map.shape().channels(); k++) {
      float total = 0;
      for (int part = 0; part < parts; part++) {
        int end = (part + 1) * height / parts;
        float sum = sum(m, map, k, part * height / parts, end, w.space.accumulators());
        total = part == 0 ? sum : total + sum;
      }
      m[biases + k] = adds ? m[biases + k] + total : total;
    }
  }

  private static float sum(float[] m, TileMap map, int channel, int from, int to, int scratch) {
    FloatVector sum = FloatVector.zero(SPECIES);
    for (int y = from; y < to; y++) {
      int row = map.at(channel, y, 0);
      for (int i = 0; i < map.rowLength(); i += LANES) {
        sum = sum.add(FloatVector.fromArray(SPECIES, m, row + i));
      }
    }
    sum.intoArray(m, scratch);
    return Tiling.sumOfLanes(m, scratch);
  }

  private static void unpool(float[] m, TileMap pooled, TileMap code, TileMap sums) {
    for (int k = 0; k < pooled.shape().channels(); k++) {
      for (int y = 0; y < pooled.shape().height(); y++) {
        PoolingKernel.backward(
            m,
            pooled.at(k, y, 0),
            code.at(k, y, 0),
            pooled.shape().width(),
            sums.at(k, 2 * y, 0),
            sums.at(k, 2 * y + 1, 0));
      }
    }
  }

  private void inputGradient(float[] m, Worker w, TileMap sums, TileMap input, TapTable back) {
    TileMap strip = w.space.strip();
    int channels = shape.inputs();
    int width = shape.input().width();
    for (int y = 0; y < shape.input().height(); y++) {
      for (int c = 0; c < channels; c += ROWS) {
        back.row(m, sums, packed, c, y, width, strip.at(0, 0, 0), strip.channelStride());
        for (int k = 0; k < Math.min(ROWS, channels - c); k++) {
          int d = strip.at(k, 0, 0);
          int row = input.at(c + k, y, 0);
          ActivationKernel.derive(in.activation(), m, d, row, input.rowLength());
          System.arraycopy(m, d, m, row, input.rowLength());
        }
      }
    }
  }
}
