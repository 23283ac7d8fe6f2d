package org.aeworkbench.vector;

import static org.aeworkbench.vector.Tiling.LANES;
import static org.aeworkbench.vector.Tiling.ROWS;
import static org.aeworkbench.vector.Tiling.SPECIES;

import java.util.ArrayList;
import java.util.List;
import jdk.incubator.vector.FloatVector;

/**
 * Weight gradients of dense layers: G = Xᵀ·D over all rows of a chunk, in blocks of 64 inputs by a
 * tile of outputs, each followed by its update and by its copy into the transposed weights that the
 * input gradients multiply with.
 */
final class DenseGradient {
  /** Inputs of a block: with 3 vectors of outputs, 12 kB of weights. */
  private static final int BLOCK_INPUTS = 64;

  /**
   * A block of a layer's weights, and of its biases if {@code input} is 0.
   *
   * @param layer number of the layer
   * @param input first input, {@code inputs} of them: whole register tiles
   * @param output first output, {@code width} vectors of them
   */
  private record Block(int layer, int input, int inputs, int output, int width) {}

  /** What this reads and writes: first indices in the memory. */
  static final class Addresses {
    private final int[] values;
    private final int[] sums;
    private final int[] transposed;
    private final int[] scratch;
    private final ParameterStore.Regions regions;

    Addresses(
        DenseLayers layers,
        int[] values,
        int[] sums,
        ParameterStore.Regions regions,
        Memory plan,
        int threads) {
      this.values = values;
      this.sums = sums;
      this.regions = regions;
      transposed = new int[layers.size()];
      for (int l = 1; l < transposed.length; l++) {
        int outputs = layers.get(l).outputStride();
        transposed[l] = plan.reserve(outputs * layers.get(l).inputStride());
      }
      scratch = new int[threads];
      for (int t = 0; t < threads; t++) {
        scratch[t] = plan.reserve(ROWS * Tiling.WIDTH * LANES);
      }
    }
  }

  private final DenseLayers layers;
  private final Addresses at;
  private final float[] m;
  private final Optimizer optimizer;
  private final List<Block> blocks = new ArrayList<>();
  private final int[] allRows = new int[Tiling.CHUNK_IMAGES];

  DenseGradient(DenseLayers layers, Addresses addresses, float[] memory, Optimizer optimizer) {
    this.layers = layers;
    this.at = addresses;
    this.m = memory;
    this.optimizer = optimizer;
    for (int i = 0; i < allRows.length; i++) {
      allRows[i] = i;
    }
    for (int l = 0; l < layers.size(); l++) {
      addBlocks(l);
    }
  }

  private void addBlocks(int layer) {
    int inputs = layers.get(layer).inputStride();
    int vectors = layers.get(layer).outputStride() / LANES;
    for (int done = 0, width; done < vectors; done += width) {
      width = Tiling.nextWidth(vectors - done);
      for (int i = 0; i < inputs; i += BLOCK_INPUTS) {
        int size = Math.min(BLOCK_INPUTS, inputs - i);
        blocks.add(new Block(layer, i, size, done * LANES, width));
      }
    }
  }

  int tasks() {
    return blocks.size();
  }

  /** First index of a layer's transposed weights, [outputs][inputStride]; not for layer 0. */
  int transposed(int layer) {
    return at.transposed[layer];
  }

  void run(TrainingProgram.Chunk chunk, int task, int worker) {
    Block b = blocks.get(task);
    multiply(chunk, b, at.scratch[worker]);
    if (b.input == 0) {
      sumBiases(chunk, b);
    }
    if (chunk.last()) {
      update(b);
      transpose(b);
    }
  }

  private void multiply(TrainingProgram.Chunk chunk, Block b, int scratch) {
    DenseLayers.Layer l = layers.get(b.layer);
    int stride = l.outputStride();
    int columns = b.width * LANES;
    for (int i = b.input; i < b.input + b.inputs; i += ROWS) {
      int target = at.regions.gradients + l.weights().offset() + i * stride + b.output;
      int c = chunk.first() ? target : scratch;
      int ldc = chunk.first() ? stride : columns;
      PanelKernel.multiply(
          m,
          at.values[b.layer] + i,
          l.inputStride(),
          allRows,
          0,
          chunk.count(),
          at.sums[b.layer] + b.output,
          stride,
          c,
          ldc,
          b.width);
      if (!chunk.first()) {
        for (int r = 0; r < ROWS; r++) {
          add(target + r * stride, scratch + r * columns, columns);
        }
      }
    }
  }

  private void sumBiases(TrainingProgram.Chunk chunk, Block b) {
    DenseLayers.Layer l = layers.get(b.layer);
    int target = at.regions.gradients + l.biases().offset() + b.output;
    for (int j = 0; j < b.width * LANES; j += LANES) {
      FloatVector sum = FloatVector.zero(SPECIES);
      if (!chunk.first()) {
        sum = FloatVector.fromArray(SPECIES, m, target + j);
      }
      int row = at.sums[b.layer] + b.output + j;
      for (int r = 0; r < chunk.count(); r++, row += l.outputStride()) {
        sum = sum.add(FloatVector.fromArray(SPECIES, m, row));
      }
      sum.intoArray(m, target + j);
    }
  }

  private void add(int target, int source, int length) {
    for (int i = 0; i < length; i += LANES) {
      FloatVector.fromArray(SPECIES, m, target + i)
          .add(FloatVector.fromArray(SPECIES, m, source + i))
          .intoArray(m, target + i);
    }
  }

  private void update(Block b) {
    DenseLayers.Layer l = layers.get(b.layer);
    int columns = b.width * LANES;
    for (int i = b.input; i < b.input + b.inputs; i++) {
      optimizer.update(l.weights().offset() + i * l.outputStride() + b.output, columns);
    }
    if (b.input == 0) {
      optimizer.update(l.biases().offset() + b.output, columns);
    }
  }

  private void transpose(Block b) {
    if (b.layer == 0) {
      return;
    }
    DenseLayers.Layer l = layers.get(b.layer);
    for (int o = b.output; o < b.output + b.width * LANES; o++) {
      int from = at.regions.parameters + l.weights().offset() + o;
      int to = at.transposed[b.layer] + o * l.inputStride();
      for (int i = b.input; i < b.input + b.inputs; i++) {
        m[to + i] = m[from + i * l.outputStride()];
      }
    }
  }

  /** Fills the transposed weights of all layers from the parameters. */
  void transposeAll() {
    for (Block b : blocks) {
      transpose(b);
    }
  }
}
