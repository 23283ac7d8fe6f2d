package org.aeworkbench.vector;

import static org.aeworkbench.vector.Tiling.LANES;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one worker needs besides {@link TileBuffers} for the way back. */
final class TileGradients {
  /**
   * For a pooled stage, the gradients of its sums at full size; null where the next stage's input
   * gradients are already those of the sums, or where a band of rows is enough.
   */
  final @Nullable TileMap[] sums;

  /** Two rows of sum gradients of 4 channels. */
  final TileMap band;

  /** Vectors of weight gradients of one stage, one image a lane. */
  final int accumulators;

  /** Those, summed over the lanes. */
  final int totals;

  TileGradients(List<ConvolutionStage> stages, Memory plan) {
    sums = new TileMap[stages.size()];
    int widest = 0;
    for (int s = 0; s < sums.length; s++) {
      ConvolutionStage stage = stages.get(s);
      if (stage.pooled() && !bandIsEnough(stages, s)) {
        sums[s] = TileMap.reserve(plan, stage.sums(), stage.gradientBorder());
      }
      widest = Math.max(widest, stage.sums().width());
    }
    band = TileMap.reserve(plan, new MapShape(TapGradientKernel.SIDE, 2, widest + 1), 0);
    int vectors = 0;
    for (ConvolutionStage stage : stages) {
      vectors = Math.max(vectors, gradientVectors(stage));
    }
    accumulators = plan.reserve(vectors * LANES);
    totals = plan.reserve(vectors);
  }

  /** The first stage has no input gradient, so that nobody needs its sum gradients at a time. */
  static boolean bandIsEnough(List<ConvolutionStage> stages, int s) {
    return s == 0 && stages.get(s).pooled() && !stages.get(s).upsampled();
  }

  /** An upper bound that does not need the stage's tables. */
  private static int gradientVectors(ConvolutionStage stage) {
    int weights = stage.convolution().inputChannels() * (stage.upsampled() ? 16 : 9);
    int side = TapGradientKernel.SINGLE;
    return (weights + 4 * side) * (stage.convolution().outputChannels() + side);
  }
}
