package org.aeworkbench.vector;

import static org.aeworkbench.vector.Tiling.LANES;
import static org.aeworkbench.vector.Tiling.ROWS;

/**
 * A {@link Correlation} between maps of some channels: the distances of the values that a target
 * takes, and the order in which the kernels read its weights. Weights that fall on the same value
 * are added up there.
 *
 * <p>An entry is a source channel and a tap. Packed weights are [group of target channels][phase]
 * [entry][channel of the group].
 */
final class TapTable {
  /** The geometry. */
  final Correlation correlation;

  /** For each phase: distance of the value of each entry, padded with 0 to whole register tiles. */
  final int[][] offsets;

  /** For each phase: its entries. */
  final int[] entries;

  /** Floats of the packed weights. */
  final int length;

  /** Whether the only target channel has enough positions for a kernel of its own. */
  final boolean single;

  private final int sources;
  private final boolean tapsFirst;
  private final int group;
  private final int groupLength;
  private final int[] starts;

  /** For each contribution of the kernel: where its packed weight for source 0 stands. */
  private final int[] placeOf;

  /** Distance from there to that of the next source channel. */
  private final int[] placeStep;

  /**
   * A table.
   *
   * @param sources source channels
   * @param targets target channels
   * @param width columns of the targets
   * @param map layout of the sources
   * @param tapsFirst whether entries go by taps and then by channels, as the colours of an image
   *     are added up, instead of by channels and then by taps
   */
  TapTable(
      Correlation correlation,
      int sources,
      int targets,
      int width,
      TileMap map,
      boolean tapsFirst) {
    this.correlation = correlation;
    this.sources = sources;
    this.tapsFirst = tapsFirst;
    int n = correlation.phases.size();
    offsets = new int[n][];
    entries = new int[n];
    starts = new int[n];
    int total = 0;
    for (int p = 0; p < n; p++) {
      Correlation.Phase phase = correlation.phases.get(p);
      entries[p] = sources * phase.taps();
      starts[p] = total;
      total += entries[p];
      offsets[p] = offsets(phase, entries[p], map);
    }
    int positions = correlation.phases.getLast().columns().positions(width, correlation.targetStep);
    single = targets == 1 && positions >= SingleTapKernel.POSITIONS;
    group = single ? 1 : ROWS;
    groupLength = total * group;
    length = Math.ceilDiv(targets, group) * groupLength;
    int[] c = correlation.contributions;
    placeOf = new int[c.length / 3];
    placeStep = new int[placeOf.length];
    for (int i = 0; i < placeOf.length; i++) {
      int phase = c[3 * i + 1];
      placeOf[i] = (starts[phase] + entry(phase, c[3 * i + 2], 0)) * group;
      placeStep[i] = sourceStep(phase) * group;
    }
  }

  private int[] offsets(Correlation.Phase phase, int entries, TileMap map) {
    int tile = TapGradientKernel.SINGLE;
    int[] offsets = new int[Math.ceilDiv(entries, tile) * tile];
    int columns = phase.columns().count();
    for (int e = 0; e < entries; e++) {
      int tap = tapsFirst ? e / sources : e % phase.taps();
      int source = tapsFirst ? e % sources : e / phase.taps();
      offsets[e] =
          source * map.channelStride()
              + (phase.rows().first() + tap / columns) * map.rowStride()
              + (phase.columns().first() + tap % columns) * LANES;
    }
    return offsets;
  }

  /**
   * Packs the kernel of one pair of channels.
   *
   * @param weights first of its 9 weights
   * @param packed first of all packed weights
   */
  void pack(float[] m, int weights, int packed, int target, int source) {
    int[] c = correlation.contributions;
    int base = packed + target / group * groupLength + target % group;
    for (int i = 0; i < placeOf.length; i++) {
      m[base + placeOf[i] + source * placeStep[i]] = 0f;
    }
    for (int i = 0; i < placeOf.length; i++) {
      m[base + placeOf[i] + source * placeStep[i]] += m[weights + c[3 * i]];
    }
  }

  /** The entry of a source channel and a tap, counted within its phase. */
  int entry(int phase, int tap, int source) {
    return (tapsFirst ? tap * sources : tap) + source * sourceStep(phase);
  }

  /** Distance from a source channel's entry for a tap to the next source channel's. */
  int sourceStep(int phase) {
    return tapsFirst ? 1 : correlation.phases.get(phase).taps();
  }

  /**
   * Computes a row of targets.
   *
   * @param map the sources
   * @param packed first of all packed weights
   * @param channel first of 8 target channels, or the only one
   * @param y the row
   * @param width columns of the targets
   * @param to where the row of the first channel goes
   * @param toChannel distance of the rows of neighbouring channels
   */
  void row(
      float[] m, TileMap map, int packed, int channel, int y, int width, int to, int toChannel) {
    int step = correlation.targetStep;
    int sourceStep = correlation.sourceStep * LANES;
    int in = map.at(0, correlation.sourceStep * (y / step), 0);
    int weights = packed + channel / group * groupLength;
    for (int p = 0; p < entries.length; p++) {
      Correlation.Phase phase = correlation.phases.get(p);
      int start = phase.columns().start();
      int positions = phase.columns().positions(width, step);
      if (phase.rows().start() != y % step || positions == 0) {
        continue;
      }
      int first = weights + starts[p] * group;
      int out = to + start * LANES;
      if (single) {
        SingleTapKernel.row(
            m, in, sourceStep, offsets[p], entries[p], first, out, step * LANES, positions);
      } else {
        TapKernel.row(
            m,
            in,
            sourceStep,
            offsets[p],
            entries[p],
            first,
            out,
            step * LANES,
            toChannel,
            positions);
      }
    }
  }
}
