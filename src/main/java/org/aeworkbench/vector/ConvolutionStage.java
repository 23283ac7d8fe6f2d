package org.aeworkbench.vector;

import static org.aeworkbench.vector.Tiling.ROWS;

import org.jspecify.annotations.Nullable;

/**
 * A convolution of any kind with the upsampling before and the pooling after it. On the way there 8
 * channels of one or two rows of sums at a time go to a strip in the first-level cache, and from
 * there, biased, pooled and activated, to the stage's output.
 */
final class ConvolutionStage implements Stage {
  private final ConvolutionShape shape;
  private final Boundary.Tiles in;
  private final Boundary.Tiles out;
  private final KernelWeights weights;
  private final TapTable table;
  private final int packed;
  private final TileMap @Nullable [] codes;
  private final @Nullable ConvolutionBackward backward;

  /**
   * A stage.
   *
   * @param inputGradient whether a stage before it learns
   * @param memory what is reserved for it
   */
  ConvolutionStage(
      ConvolutionShape shape,
      Boundary.Tiles in,
      Boundary.Tiles out,
      boolean inputGradient,
      StackMemory memory) {
    this.shape = shape;
    this.in = in;
    this.out = out;
    weights = new KernelWeights(shape, memory.parameters(), memory.slots());
    Correlation forward = Correlation.forward(shape);
    table =
        new TapTable(
            forward,
            shape.inputs(),
            shape.outputs(),
            shape.sums().width(),
            in.any(),
            shape.readsImage());
    packed = memory.plan().reserve(table.length);
    memory.size().width(Math.max(shape.sums().width(), shape.input().width()));
    codes = shape.pooled() ? memory.codes(shape.output()) : null;
    backward =
        memory.training()
            ? new ConvolutionBackward(shape, in, out, weights, table, inputGradient, memory)
            : null;
  }

  // Rows first, channels second: what a row reads stays in the first-level cache for all of them.
  @Override
  public void forward(float[] m, Worker w) {
    for (int tile = 0; tile < w.tiles(); tile++) {
      if (codes == null) {
        plain(m, w, tile);
      } else {
        pooled(m, w, tile, codes[codeIndex(w, tile)]);
      }
    }
  }

  private int codeIndex(Worker w, int tile) {
    return w.number * out.tilesOfBlock() + tile;
  }

  private int channelsFrom(int first) {
    return Math.min(ROWS, shape.outputs() - first);
  }

  private void plain(float[] m, Worker w, int tile) {
    TileMap to = out.map(w, tile);
    TileMap strip = w.space.strip();
    int length = to.rowLength();
    for (int y = 0; y < to.shape().height(); y++) {
      for (int channel = 0; channel < shape.outputs(); channel += ROWS) {
        sumRow(m, w, tile, channel, y, 0);
        for (int k = 0; k < channelsFrom(channel); k++) {
          int row = to.at(channel + k, y, 0);
          ActivationKernel.copyBiased(m, strip.at(k, 0, 0), bias(m, w, channel + k), row, length);
          ActivationKernel.apply(out.activation(), m, row, length, w.space.scratch());
        }
      }
    }
  }

  private void pooled(float[] m, Worker w, int tile, TileMap code) {
    TileMap to = out.map(w, tile);
    TileMap strip = w.space.strip();
    int width = shape.sums().width();
    if (width % 2 != 0) {
      for (int k = 0; k < ROWS; k++) {
        PoolingKernel.fillMissing(m, strip.at(k, 0, width), 1);
        PoolingKernel.fillMissing(m, strip.at(k, 1, width), 1);
      }
    }
    for (int y = 0; y < to.shape().height(); y++) {
      for (int channel = 0; channel < shape.outputs(); channel += ROWS) {
        int channels = channelsFrom(channel);
        sumRow(m, w, tile, channel, 2 * y, 0);
        if (2 * y + 1 < shape.sums().height()) {
          sumRow(m, w, tile, channel, 2 * y + 1, 1);
        } else {
          for (int k = 0; k < channels; k++) {
            PoolingKernel.fillMissing(m, strip.at(k, 1, 0), width);
          }
        }
        for (int k = 0; k < channels; k++) {
          int row = to.at(channel + k, y, 0);
          PoolingKernel.forward(
              m,
              strip.at(k, 0, 0),
              strip.at(k, 1, 0),
              bias(m, w, channel + k),
              row,
              code.at(channel + k, y, 0),
              to.shape().width());
          ActivationKernel.apply(out.activation(), m, row, to.rowLength(), w.space.scratch());
        }
      }
    }
  }

  /** Computes row y of a group of channels' sums, without bias, into a row of the strip. */
  private void sumRow(float[] m, Worker w, int tile, int channel, int y, int stripRow) {
    TileMap strip = w.space.strip();
    table.row(
        m,
        in.map(w, tile),
        packed,
        channel,
        y,
        shape.sums().width(),
        strip.at(0, stripRow, 0),
        strip.channelStride());
  }

  private float bias(float[] m, Worker w, int channel) {
    return m[weights.biases(w.parameters) + channel];
  }

  @Override
  public void backward(float[] m, Worker w) {
    if (backward != null) {
      for (int tile = 0; tile < w.tiles(); tile++) {
        TileMap code = codes == null ? null : codes[codeIndex(w, tile)];
        backward.run(m, w, tile, code);
      }
    }
  }

  @Override
  public int parameterTasks() {
    return weights.tasks();
  }

  @Override
  public void runParameters(ParameterStore store, Chunk chunk, int task, Worker w) {
    weights.run(store, chunk, task, this::pack);
  }

  @Override
  public void parametersChanged(ParameterStore store) {
    weights.pack(store, this::pack);
  }

  private void pack(float[] m, int kernel, int output, int input) {
    table.pack(m, kernel, packed, output, input);
    if (backward != null) {
      backward.pack(m, kernel, output, input);
    }
  }
}
