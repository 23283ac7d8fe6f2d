package org.aeworkbench.vector;

import static org.aeworkbench.vector.Tiling.LANES;
import static org.aeworkbench.vector.Tiling.ROWS;

import java.util.Arrays;
import org.aeworkbench.vector.LayerShape.Convolution;

/**
 * The index tables of one stage: distances for the kernels, and where each weight goes in the
 * packed weights that the kernels read. A table of targets has, for each weight in canonical order,
 * one index for each phase; weights that share a target are added up there.
 */
final class StageTables {
  private static final int KERNEL = Convolution.KERNEL;

  /** The geometry. */
  final Taps taps;

  /** Whether the only output channel has enough positions for its own kernel. */
  final boolean single;

  /** Output channels that share packed weights: 8, or 1 if single. */
  final int channelGroup;

  /** For each phase: distance of the value of each input channel and tap, padded with 0. */
  final int[][] forwardOffsets;

  /** Input channels times taps of a phase. */
  final int entries;

  /** Packed as [group of output channels][phase][entry][channel of the group]. */
  final int[] forwardTargets;

  /** Floats of the packed forward weights. */
  final int forwardLength;

  /** Distance of the sum gradient of each output channel and gradient tap. */
  final int[] inputOffsets;

  /** Packed as [group of 8 input channels][output channel and gradient tap][channel]. */
  final int[] inputTargets;

  /** Floats of the packed weights for the input gradient. */
  final int inputLength;

  /** Vectors of sums as [phase][channels / 4][entries / 4][4 entries][4 channels], or [..][8]. */
  final int[] gradientTargets;

  /** Register tiles of entries of a phase. */
  final int entryTiles;

  /** Register tiles of output channels. */
  final int channelTiles;

  private final ConvolutionStage stage;

  /**
   * Tables for one stage.
   *
   * @param input maps that the stage reads
   * @param sumGradients maps that hold the gradients of its sums
   */
  StageTables(ConvolutionStage stage, TileMap input, TileMap sumGradients) {
    this.stage = stage;
    taps = new Taps(stage);
    int outputs = stage.convolution().outputChannels();
    int inputs = stage.convolution().inputChannels();
    int positions = stage.sums().width() / taps.step;
    single = outputs == 1 && positions >= SingleTapKernel.POSITIONS;
    channelGroup = single ? 1 : ROWS;
    int phaseTaps = taps.phases.getFirst().taps();
    entries = inputs * phaseTaps;
    entryTiles = Math.ceilDiv(entries, entryTile());
    channelTiles = Math.ceilDiv(outputs, channelTile());
    forwardOffsets = new int[taps.phases.size()][entryTiles * entryTile()];
    for (int p = 0; p < forwardOffsets.length; p++) {
      Taps.Phase phase = taps.phases.get(p);
      for (int e = 0; e < entries; e++) {
        int tap = e % phaseTaps;
        forwardOffsets[p][e] =
            e / phaseTaps * input.channelStride()
                + phase.dy(tap) * input.rowStride()
                + phase.dx(tap) * LANES;
      }
    }
    int gradientTaps = taps.gradientSide * taps.gradientSide;
    inputOffsets = new int[outputs * gradientTaps];
    for (int e = 0; e < inputOffsets.length; e++) {
      int tap = e % gradientTaps;
      inputOffsets[e] =
          e / gradientTaps * sumGradients.channelStride()
              + (taps.gradientFirst + tap / taps.gradientSide) * sumGradients.rowStride()
              + (taps.gradientFirst + tap % taps.gradientSide) * LANES;
    }
    forwardLength =
        Math.ceilDiv(outputs, channelGroup) * taps.phases.size() * entries * channelGroup;
    inputLength = Math.ceilDiv(inputs, ROWS) * inputOffsets.length * ROWS;
    forwardTargets = targets(this::forwardTarget);
    inputTargets = targets(this::inputTarget);
    gradientTargets = targets(this::gradientTarget);
  }

  /** Entries of a register tile of the weight gradient. */
  int entryTile() {
    return single ? TapGradientKernel.SINGLE : TapGradientKernel.SIDE;
  }

  /** Output channels of a register tile of the weight gradient. */
  int channelTile() {
    return single ? 1 : TapGradientKernel.SIDE;
  }

  /** Vectors of sums of the weight gradient. */
  int gradientVectors() {
    return taps.phases.size() * channelTiles * entryTiles * entryTile() * channelTile();
  }

  /** First packed forward weight of a group of output channels in a phase. */
  int forwardWeights(int group, int phase) {
    return (group * taps.phases.size() + phase) * entries * channelGroup;
  }

  /** First vector of sums of a register tile. */
  int gradientVector(int phase, int channelTileNumber, int entryTileNumber) {
    int tile = (phase * channelTiles + channelTileNumber) * entryTiles + entryTileNumber;
    return tile * entryTile() * channelTile();
  }

  /** Adds weights to their targets, which are cleared first. */
  static void pack(float[] m, int weights, int count, int[] targets, int to, int length) {
    Arrays.fill(m, to, to + length, 0f);
    int copies = targets.length / count;
    for (int i = 0, t = 0; i < count; i++) {
      for (int c = 0; c < copies; c++, t++) {
        m[to + targets[t]] += m[weights + i];
      }
    }
  }

  /** One target of the weight (ky, kx) from input channel c to output channel k. */
  private interface Target {
    int of(int phase, int k, int c, int ky, int kx);
  }

  private int[] targets(Target target) {
    int inputs = stage.convolution().inputChannels();
    int[] targets = new int[stage.weightCount() * taps.phases.size()];
    for (int t = 0; t < targets.length; t++) {
      int i = t / taps.phases.size();
      int kernel = i % (KERNEL * KERNEL);
      int pair = i / (KERNEL * KERNEL);
      targets[t] =
          target.of(
              t % taps.phases.size(),
              pair / inputs,
              pair % inputs,
              kernel / KERNEL,
              kernel % KERNEL);
    }
    return targets;
  }

  private int entry(int phase, int c, int ky, int kx) {
    Taps.Phase p = taps.phases.get(phase);
    return c * p.taps() + p.tapOf(ky, kx);
  }

  private int forwardTarget(int phase, int k, int c, int ky, int kx) {
    return forwardWeights(k / channelGroup, phase)
        + entry(phase, c, ky, kx) * channelGroup
        + k % channelGroup;
  }

  private int inputTarget(int phase, int k, int c, int ky, int kx) {
    int gradientTaps = taps.gradientSide * taps.gradientSide;
    int e = k * gradientTaps + taps.gradientTapOf(taps.phases.get(phase), ky, kx);
    return (c / ROWS * inputOffsets.length + e) * ROWS + c % ROWS;
  }

  private int gradientTarget(int phase, int k, int c, int ky, int kx) {
    int e = entry(phase, c, ky, kx);
    return gradientVector(phase, k / channelTile(), e / entryTile())
        + e % entryTile() * channelTile()
        + k % channelTile();
  }
}
