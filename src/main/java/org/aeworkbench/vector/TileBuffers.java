package org.aeworkbench.vector;

import static org.aeworkbench.vector.Tiling.LANES;
import static org.aeworkbench.vector.Tiling.ROWS;

import java.util.List;

/**
 * One worker's memory for a tile of images on its way through the stages of a network: small enough
 * to stay in the second-level cache, which is why the backward pass writes its gradients over the
 * values that it no longer needs.
 */
final class TileBuffers {
  /** Maps at each boundary: the input of stage s, and the output of the last. */
  final TileMap[] maps;

  /** For each pooled stage, which value of each square was the maximum; no border. */
  final TileMap[] codes;

  /** Two rows of 8 channels of a stage's sums, wide enough for the widest. */
  final TileMap strip;

  /** One row of values. */
  final int scratch;

  /** One vector of 1 for each image that counts and 0 for padding. */
  final int lanes;

  TileBuffers(List<ConvolutionStage> stages, Memory plan) {
    int n = stages.size();
    maps = new TileMap[n + 1];
    codes = new TileMap[n];
    maps[0] = TileMap.reserve(plan, stages.getFirst().input(), 1);
    int widest = maps[0].shape().width();
    for (int s = 0; s < n; s++) {
      ConvolutionStage stage = stages.get(s);
      int border = stage.pooled() ? 1 : stage.gradientBorder();
      maps[s + 1] = TileMap.reserve(plan, stage.output(), border);
      codes[s] = TileMap.reserve(plan, stage.output(), 0);
      widest = Math.max(widest, stage.sums().width());
    }
    strip = TileMap.reserve(plan, new MapShape(ROWS, 2, widest + 1), 0);
    scratch = plan.reserve(widest * LANES);
    lanes = plan.reserve(LANES);
  }
}
