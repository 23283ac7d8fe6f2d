package org.aeworkbench.vector;

import static org.aeworkbench.vector.Tiling.LANES;
import static org.aeworkbench.vector.Tiling.ROWS;

import java.util.Arrays;
import java.util.List;

/**
 * The forward pass of convolution stages over a tile of images: 8 channels of one or two rows of
 * sums at a time go to a strip in the first-level cache, and from there, biased, pooled and
 * activated, to the stage's output. Holds addresses only; each worker brings its own buffers.
 */
final class ConvolutionForward {
  private final List<ConvolutionStage> stages;
  private final StageTables[] tables;
  private final float[] m;
  private final int parameters;
  private final int[] packed;

  /** Reserves the packed weights of each stage. */
  static int[] reservePacked(StageTables[] tables, Memory plan) {
    return Arrays.stream(tables).mapToInt(t -> plan.reserve(t.forwardLength)).toArray();
  }

  /**
   * A forward pass in a memory.
   *
   * @param parameters first index of the region of parameters
   * @param packed first index of each stage's packed weights
   */
  ConvolutionForward(
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

  /** Packs a stage's weights from the parameters. */
  void pack(int s) {
    ConvolutionStage stage = stages.get(s);
    int weights = parameters + stage.weights().offset();
    StageTables t = tables[s];
    StageTables.pack(m, weights, stage.weightCount(), t.forwardTargets, packed[s], t.forwardLength);
  }

  /** Runs a stage whose input is in place, with an activation that may not be its own. */
  void run(TileBuffers b, int s, Activation activation) {
    int channels = stages.get(s).convolution().outputChannels();
    for (int k = 0; k < channels; k += ROWS) {
      int n = Math.min(ROWS, channels - k);
      if (stages.get(s).pooled()) {
        pooled(b, s, k, n, activation);
      } else {
        plain(b, s, k, n, activation);
      }
    }
  }

  private void plain(TileBuffers b, int s, int channel, int channels, Activation activation) {
    TileMap out = b.maps[s + 1];
    int length = out.rowLength();
    for (int y = 0; y < out.shape().height(); y++) {
      sumRow(b, s, channel, y, 0);
      for (int k = 0; k < channels; k++) {
        int row = out.at(channel + k, y, 0);
        ActivationKernel.copyBiased(m, b.strip.at(k, 0, 0), bias(s, channel + k), row, length);
        ActivationKernel.apply(activation, m, row, length, b.scratch);
      }
    }
  }

  private void pooled(TileBuffers b, int s, int channel, int channels, Activation activation) {
    TileMap out = b.maps[s + 1];
    MapShape sums = stages.get(s).sums();
    if (sums.width() % 2 != 0) {
      for (int k = 0; k < channels; k++) {
        fillMissing(b.strip.at(k, 0, sums.width()), LANES);
        fillMissing(b.strip.at(k, 1, sums.width()), LANES);
      }
    }
    for (int y = 0; y < out.shape().height(); y++) {
      sumRow(b, s, channel, 2 * y, 0);
      if (2 * y + 1 < sums.height()) {
        sumRow(b, s, channel, 2 * y + 1, 1);
      } else {
        for (int k = 0; k < channels; k++) {
          fillMissing(b.strip.at(k, 1, 0), sums.width() * LANES);
        }
      }
      for (int k = 0; k < channels; k++) {
        int row = out.at(channel + k, y, 0);
        PoolingKernel.forward(
            m,
            b.strip.at(k, 0, 0),
            b.strip.at(k, 1, 0),
            bias(s, channel + k),
            row,
            b.codes[s].at(channel + k, y, 0),
            out.shape().width());
        ActivationKernel.apply(activation, m, row, out.rowLength(), b.scratch);
      }
    }
  }

  /** Computes row y of a group of channels' sums, without bias, into a row of the strip. */
  private void sumRow(TileBuffers b, int s, int channel, int y, int stripRow) {
    StageTables t = tables[s];
    int step = t.taps.step;
    int positions = stages.get(s).sums().width() / step;
    int in = b.maps[s].at(0, y / step, 0);
    for (int p = 0; p < t.taps.phases.size(); p++) {
      Taps.Phase phase = t.taps.phases.get(p);
      if (phase.row != y % step) {
        continue;
      }
      int to = b.strip.at(0, stripRow, phase.column);
      int weights = packed[s] + t.forwardWeights(channel / t.channelGroup, p);
      int[] offsets = t.forwardOffsets[p];
      if (t.single) {
        SingleTapKernel.row(m, in, LANES, offsets, t.entries, weights, to, step * LANES, positions);
      } else {
        TapKernel.row(
            m,
            in,
            LANES,
            offsets,
            t.entries,
            weights,
            to,
            step * LANES,
            b.strip.channelStride(),
            positions);
      }
    }
  }

  private float bias(int s, int channel) {
    return m[parameters + stages.get(s).biases().offset() + channel];
  }

  private void fillMissing(int from, int length) {
    Arrays.fill(m, from, from + length, Float.NEGATIVE_INFINITY);
  }

  /** The activation of a stage. */
  Activation activation(int s) {
    return stages.get(s).convolution().activation();
  }
}
