package org.aeworkbench.vector;

import static org.aeworkbench.vector.Tiling.LANES;
import static org.aeworkbench.vector.Tiling.ROWS;
import static org.aeworkbench.vector.Tiling.SPECIES;

import java.util.Arrays;
import java.util.List;
import jdk.incubator.vector.FloatVector;

/**
 * The backward pass of convolution stages over a tile of images. On entry the stage's output map
 * holds the gradients of its (pooled) sums; on exit its input map holds those of the stage before.
 */
final class ConvolutionBackward {
  /** Vectors of sum gradients of 4 channels that stay in the first-level cache: 16 kB. */
  private static final int BAND_VECTORS = 256;

  private final List<ConvolutionStage> stages;
  private final StageTables[] tables;
  private final float[] m;
  private final int parameters;
  private final int[] packed;

  /** Reserves the packed weights for the input gradient of each stage. */
  static int[] reservePacked(StageTables[] tables, Memory plan) {
    return Arrays.stream(tables).mapToInt(t -> plan.reserve(t.inputLength)).toArray();
  }

  /**
   * A backward pass in a memory.
   *
   * @param parameters first index of the region of parameters
   * @param packed first index of each stage's packed weights for the input gradient
   */
  ConvolutionBackward(
      List<ConvolutionStage> stages,
      StageTables[] tables,
      float[] memory,
      int parameters,
      int[] packed) {
    this.stages = stages;
    this.tables = tables;
    this.m = memory;
    this.parameters = parameters;
    this.packed = packed;
  }

  /** Packs a stage's weights for the input gradient from the parameters. */
  void pack(int s) {
    ConvolutionStage stage = stages.get(s);
    int weights = parameters + stage.weights().offset();
    StageTables t = tables[s];
    StageTables.pack(m, weights, stage.weightCount(), t.inputTargets, packed[s], t.inputLength);
  }

  /**
   * Runs a stage backwards.
   *
   * @param result where the gradients of all parameters go, in the layout of a region
   */
  void run(TileBuffers b, TileGradients g, int s, int result) {
    sumBiases(b, g, s, result);
    TileMap sums = b.maps[s + 1];
    int accumulators = g.accumulators;
    Arrays.fill(m, accumulators, accumulators + tables[s].gradientVectors() * LANES, 0f);
    if (TileGradients.bandIsEnough(stages, s)) {
      accumulateByBands(b, g, s);
    } else {
      TileMap full = g.sums[s];
      if (full != null) {
        unpool(b, s, full);
        sums = full;
      }
      accumulate(b.maps[s], sums, s, accumulators);
    }
    collect(g, s, result);
    if (s > 0) {
      inputGradient(b, sums, s);
    }
  }

  private void sumBiases(TileBuffers b, TileGradients g, int s, int result) {
    TileMap out = b.maps[s + 1];
    int biases = result + stages.get(s).biases().offset();
    for (int k = 0; k < out.shape().channels(); k++) {
      FloatVector sum = FloatVector.zero(SPECIES);
      for (int y = 0; y < out.shape().height(); y++) {
        int row = out.at(k, y, 0);
        for (int i = 0; i < out.rowLength(); i += LANES) {
          sum = sum.add(FloatVector.fromArray(SPECIES, m, row + i));
        }
      }
      sum.intoArray(m, g.accumulators);
      m[biases + k] = Tiling.sumOfLanes(m, g.accumulators);
    }
  }

  private void unpool(TileBuffers b, int s, TileMap sums) {
    TileMap out = b.maps[s + 1];
    for (int k = 0; k < out.shape().channels(); k++) {
      for (int y = 0; y < out.shape().height(); y++) {
        PoolingKernel.backward(
            m,
            out.at(k, y, 0),
            b.codes[s].at(k, y, 0),
            out.shape().width(),
            sums.at(k, 2 * y, 0),
            sums.at(k, 2 * y + 1, 0));
      }
    }
  }

  /** Weight gradients of a pooled stage without upsampling, unpooled two rows at a time. */
  private void accumulateByBands(TileBuffers b, TileGradients g, int s) {
    TileMap out = b.maps[s + 1];
    MapShape sums = stages.get(s).sums();
    int channels = out.shape().channels();
    for (int y = 0; y < out.shape().height(); y++) {
      for (int tile = 0; tile < tables[s].channelTiles; tile++) {
        int first = tile * tables[s].channelTile();
        int n = Math.min(tables[s].channelTile(), channels - first);
        for (int k = 0; k < n; k++) {
          PoolingKernel.backward(
              m,
              out.at(first + k, y, 0),
              b.codes[s].at(first + k, y, 0),
              out.shape().width(),
              g.band.at(k, 0, 0),
              g.band.at(k, 1, 0));
        }
        int rows = Math.min(2, sums.height() - 2 * y);
        int from = g.band.at(0, 0, 0);
        products(b.maps[s], g.band, s, 0, tile, n, from, 2 * y, rows, g.accumulators);
      }
    }
  }

  private void accumulate(TileMap input, TileMap sums, int s, int accumulators) {
    StageTables t = tables[s];
    int step = t.taps.step;
    int height = stages.get(s).sums().height() / step;
    int width = stages.get(s).sums().width() / step;
    int rows = Math.max(1, BAND_VECTORS / (width * t.channelTile()));
    int channels = sums.shape().channels();
    for (int p = 0; p < t.taps.phases.size(); p++) {
      Taps.Phase phase = t.taps.phases.get(p);
      for (int y = 0; y < height; y += rows) {
        for (int tile = 0; tile < t.channelTiles; tile++) {
          int first = tile * t.channelTile();
          int n = Math.min(t.channelTile(), channels - first);
          int from = sums.at(first, step * y + phase.row, phase.column);
          int count = Math.min(rows, height - y);
          products(input, sums, s, p, tile, n, from, y, count, accumulators);
        }
      }
    }
  }

  /**
   * Adds the products of a band of rows for all taps and one tile of output channels.
   *
   * @param sums layout of the sum gradients
   * @param channels output channels of the tile that exist
   * @param from the first sum gradient of the first of them
   * @param y first row of positions
   */
  private void products(
      TileMap input,
      TileMap sums,
      int s,
      int phase,
      int tile,
      int channels,
      int from,
      int y,
      int rows,
      int accumulators) {
    StageTables t = tables[s];
    int step = t.taps.step;
    int positions = stages.get(s).sums().width() / step;
    int x = input.at(0, y, 0);
    int dRow = step * sums.rowStride();
    int channel = sums.channelStride();
    int d1 = Math.min(1, channels - 1) * channel;
    int d2 = Math.min(2, channels - 1) * channel;
    int d3 = Math.min(3, channels - 1) * channel;
    int[] offsets = t.forwardOffsets[phase];
    for (int e = 0; e < t.entryTiles; e++) {
      int acc = accumulators + t.gradientVector(phase, tile, e) * LANES;
      int first = e * t.entryTile();
      if (t.single) {
        TapGradientKernel.single(
            m,
            x,
            input.rowStride(),
            offsets,
            first,
            from,
            step * LANES,
            dRow,
            positions,
            rows,
            acc);
      } else {
        TapGradientKernel.outer(
            m,
            x,
            input.rowStride(),
            offsets,
            first,
            from,
            d1,
            d2,
            d3,
            step * LANES,
            dRow,
            positions,
            rows,
            acc);
      }
    }
  }

  /** Sums the accumulators over their lanes, and the phases for each weight. */
  private void collect(TileGradients g, int s, int result) {
    StageTables t = tables[s];
    int vectors = t.gradientVectors();
    for (int v = 0, at = g.accumulators; v < vectors; v++, at += LANES) {
      m[g.totals + v] = Tiling.sumOfLanes(m, at);
    }
    int weights = result + stages.get(s).weights().offset();
    int copies = t.taps.phases.size();
    int n = stages.get(s).weightCount();
    for (int i = 0, target = 0; i < n; i++) {
      float sum = 0;
      for (int c = 0; c < copies; c++, target++) {
        sum += m[g.totals + t.gradientTargets[target]];
      }
      m[weights + i] = sum;
    }
  }

  private void inputGradient(TileBuffers b, TileMap sums, int s) {
    StageTables t = tables[s];
    TileMap input = b.maps[s];
    Activation activation = stages.get(s - 1).convolution().activation();
    int step = t.taps.step;
    int n = t.inputOffsets.length;
    int channels = input.shape().channels();
    for (int c = 0; c < channels; c += ROWS) {
      int weights = packed[s] + c * n;
      for (int y = 0; y < input.shape().height(); y++) {
        TapKernel.row(
            m,
            sums.at(0, step * y, 0),
            step * LANES,
            t.inputOffsets,
            n,
            weights,
            b.strip.at(0, 0, 0),
            LANES,
            b.strip.channelStride(),
            input.shape().width());
        for (int k = 0; k < Math.min(ROWS, channels - c); k++) {
          int d = b.strip.at(k, 0, 0);
          int row = input.at(c + k, y, 0);
          ActivationKernel.derive(activation, m, d, row, input.rowLength());
          System.arraycopy(m, d, m, row, input.rowLength());
        }
      }
    }
  }
}
