package org.aeworkbench.vector;

import static org.aeworkbench.vector.Tiling.LANES;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Weight gradients of a convolution over a tile of images: for each entry of the forward {@link
 * TapTable} and each output channel the products of value and sum gradient, summed over positions.
 * The sums stay vectors, one image a lane, until the whole tile is through.
 *
 * <p>Accumulators are [tile of output channels][phase][entry][channel of the tile]. So many output
 * channels are taken at a time that they stay in the second-level cache, at least for networks that
 * leave room there at all.
 */
final class KernelGradient {
  /** Vectors of sum gradients of 4 channels that stay in the first-level cache: 16 kB. */
  private static final int BAND_VECTORS = 256;

  /**
   * Products of an image that are summed one after the other, 28 rows of 28; the sums of larger
   * maps are taken in parts, so that their rounding errors do not grow with the image.
   */
  private static final int PART_POSITIONS = 784;

  /** Vectors of accumulators at a time: with 16 lanes 2 MB. */
  private static final int MOST_VECTORS = 1 << 15;

  private final ConvolutionShape shape;
  private final TapTable table;
  private final boolean byBands;
  private final int entryTile;
  private final int channelTile;

  /** First accumulator of each phase, counted from the first of a tile of channels. */
  private final int[] starts;

  /** Accumulators of a tile of channels. */
  private final int tileVectors;

  /** For each contribution, in the order of the weights: its total for input channel 0. */
  private final int[] totalsOf;

  /** Distance from there to the total of the next input channel. */
  private final int[] totalsStep;

  /** The first contribution of each weight, and the end of the last one's. */
  private final int[] ends = new int[KernelWeights.KERNEL + 1];

  private final int channelTiles;
  private final int parts;
  private final int tilesAtATime;

  /**
   * Gradients by a forward table.
   *
   * @param byBands whether a pooled stage's gradients are unpooled two rows at a time
   */
  KernelGradient(ConvolutionShape shape, TapTable table, boolean byBands, Workspace.Size size) {
    this.shape = shape;
    this.table = table;
    this.byBands = byBands;
    entryTile = table.single ? TapGradientKernel.SINGLE : TapGradientKernel.SIDE;
    channelTile = table.single ? 1 : TapGradientKernel.SIDE;
    starts = new int[table.entries.length];
    int vectors = 0;
    for (int p = 0; p < starts.length; p++) {
      starts[p] = vectors;
      vectors += Math.ceilDiv(table.entries[p], entryTile) * entryTile * channelTile;
    }
    tileVectors = vectors;
    int[] c = table.correlation.contributions;
    totalsOf = new int[c.length / 3];
    totalsStep = new int[totalsOf.length];
    for (int i = 0; i < totalsOf.length; i++) {
      int phase = c[3 * i + 1];
      totalsOf[i] = starts[phase] + table.entry(phase, c[3 * i + 2], 0) * channelTile;
      totalsStep[i] = table.sourceStep(phase) * channelTile;
      ends[c[3 * i] + 1] = i + 1;
    }
    for (int weight = 0; weight < KernelWeights.KERNEL; weight++) {
      ends[weight + 1] = Math.max(ends[weight], ends[weight + 1]);
    }
    channelTiles = Math.ceilDiv(shape.outputs(), channelTile);
    parts = byBands ? bandParts() : mostParts();
    tilesAtATime = Math.clamp(MOST_VECTORS / tileVectors, 1, channelTiles);
    size.vectors(tilesAtATime * tileVectors);
  }

  private int bandParts() {
    return Math.min(parts(shape.sums().height(), shape.sums().width()), shape.output().height());
  }

  private int mostParts() {
    int step = table.correlation.targetStep;
    int most = 1;
    for (Correlation.Phase phase : table.correlation.phases) {
      int height = phase.rows().positions(shape.sums().height(), step);
      int width = phase.columns().positions(shape.sums().width(), step);
      most = Math.max(most, parts(height, width));
    }
    return most;
  }

  /** Parts that so many positions are summed in. */
  static int parts(int height, int width) {
    return Math.clamp(Math.ceilDiv(height * width, PART_POSITIONS), 1, Math.max(1, height));
  }

  /**
   * Adds a tile's gradients up and leaves them in the worker's slot.
   *
   * @param sums gradients of the sums, or of the pooled sums if they go by bands
   * @param code which sums were the maxima, if they go by bands
   * @param adds whether to add to what is in the slot
   */
  void run(
      float[] m,
      Worker w,
      TileMap input,
      TileMap sums,
      @Nullable TileMap code,
      KernelWeights weights,
      boolean adds) {
    int acc = w.space.accumulators();
    for (int first = 0; first < channelTiles; first += tilesAtATime) {
      int end = Math.min(channelTiles, first + tilesAtATime);
      int vectors = (end - first) * tileVectors;
      for (int part = 0; part < parts; part++) {
        Arrays.fill(m, acc, acc + vectors * LANES, 0f);
        if (byBands && code != null) {
          accumulateByBands(m, input, sums, code, w.space.band(), part, first, end, acc);
        } else {
          accumulate(m, input, sums, part, first, end, acc);
        }
        total(m, acc, vectors, w.space.totals(), part > 0);
      }
      collect(m, w, first, end, weights, adds);
    }
  }

  private static void total(float[] m, int accumulators, int vectors, int totals, boolean adds) {
    for (int v = 0, at = accumulators; v < vectors; v++, at += LANES) {
      float sum = Tiling.sumOfLanes(m, at);
      m[totals + v] = adds ? m[totals + v] + sum : sum;
    }
  }

  private void accumulateByBands(
      float[] m,
      TileMap input,
      TileMap pooled,
      TileMap code,
      TileMap band,
      int part,
      int firstTile,
      int endTile,
      int accumulators) {
    int height = pooled.shape().height();
    int endRow = (part + 1) * height / parts;
    for (int y = part * height / parts; y < endRow; y++) {
      int rows = Math.min(2, shape.sums().height() - 2 * y);
      for (int tile = firstTile; tile < endTile; tile++) {
        int first = tile * channelTile;
        int n = Math.min(channelTile, shape.outputs() - first);
        for (int k = 0; k < n; k++) {
          PoolingKernel.backward(
              m,
              pooled.at(first + k, y, 0),
              code.at(first + k, y, 0),
              pooled.shape().width(),
              band.at(k, 0, 0),
              band.at(k, 1, 0));
        }
        int acc = accumulators + (tile - firstTile) * tileVectors * LANES;
        products(m, input, band, 0, n, band.at(0, 0, 0), 2 * y, rows, acc);
      }
    }
  }

  private void accumulate(
      float[] m,
      TileMap input,
      TileMap sums,
      int part,
      int firstTile,
      int endTile,
      int accumulators) {
    int step = table.correlation.targetStep;
    for (int p = 0; p < starts.length; p++) {
      Correlation.Phase phase = table.correlation.phases.get(p);
      int height = phase.rows().positions(shape.sums().height(), step);
      int width = phase.columns().positions(shape.sums().width(), step);
      int rows = Math.max(1, BAND_VECTORS / (Math.max(1, width) * channelTile));
      int endRow = (part + 1) * height / parts;
      for (int y = part * height / parts; y < endRow; y += rows) {
        for (int tile = firstTile; tile < endTile; tile++) {
          int first = tile * channelTile;
          int n = Math.min(channelTile, shape.outputs() - first);
          int from = sums.at(first, step * y + phase.rows().start(), phase.columns().start());
          int acc = accumulators + (tile - firstTile) * tileVectors * LANES;
          products(m, input, sums, p, n, from, y, Math.min(rows, endRow - y), acc);
        }
      }
    }
  }

  /**
   * Adds the products of a band of rows for all entries and one tile of output channels.
   *
   * @param sums layout of the sum gradients
   * @param channels output channels of the tile that exist
   * @param from the first sum gradient of the first of them
   * @param y first row of positions
   */
  private void products(
      float[] m,
      TileMap input,
      TileMap sums,
      int phase,
      int channels,
      int from,
      int y,
      int rows,
      int accumulators) {
    Correlation correlation = table.correlation;
    int step = correlation.targetStep;
    int positions = correlation.phases.get(phase).columns().positions(shape.sums().width(), step);
    int x = input.at(0, correlation.sourceStep * y, 0);
    int xStep = correlation.sourceStep * LANES;
    int xRow = correlation.sourceStep * input.rowStride();
    int dStep = step * LANES;
    int dRow = step * sums.rowStride();
    int channel = sums.channelStride();
    int d1 = Math.min(1, channels - 1) * channel;
    int d2 = Math.min(2, channels - 1) * channel;
    int d3 = Math.min(3, channels - 1) * channel;
    int[] offsets = table.offsets[phase];
    int acc = accumulators + starts[phase] * LANES;
    int tile = entryTile * channelTile * LANES;
    for (int e = 0; e < table.entries[phase]; e += entryTile, acc += tile) {
      if (table.single) {
        TapGradientKernel.single(
            m, x, xStep, xRow, offsets, e, from, dStep, dRow, positions, rows, acc);
      } else {
        TapGradientKernel.outer(
            m, x, xStep, xRow, offsets, e, from, d1, d2, d3, dStep, dRow, positions, rows, acc);
      }
    }
  }

  /** Sums the phases for each weight of some tiles of output channels. */
  private void collect(
      float[] m, Worker w, int firstTile, int endTile, KernelWeights weights, boolean adds) {
    int end = Math.min(shape.outputs(), endTile * channelTile);
    for (int k = firstTile * channelTile; k < end; k++) {
      int totals = w.space.totals() + (k / channelTile - firstTile) * tileVectors + k % channelTile;
      for (int input = 0; input < shape.inputs(); input++) {
        int to = weights.kernelInSlot(w.slot, k, input);
        for (int weight = 0; weight < KernelWeights.KERNEL; weight++) {
          float sum = 0;
          for (int i = ends[weight]; i < ends[weight + 1]; i++) {
            sum += m[totals + totalsOf[i] + input * totalsStep[i]];
          }
          m[to + weight] = adds ? m[to + weight] + sum : sum;
        }
      }
    }
  }
}
