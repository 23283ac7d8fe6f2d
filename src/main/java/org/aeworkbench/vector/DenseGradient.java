package org.aeworkbench.vector;

import static org.aeworkbench.vector.Tiling.LANES;
import static org.aeworkbench.vector.Tiling.ROWS;
import static org.aeworkbench.vector.Tiling.SPECIES;

import java.util.ArrayList;
import java.util.List;
import jdk.incubator.vector.FloatVector;

/**
 * Weight gradients of a dense layer: G = Xᵀ·D over all rows of a chunk, in blocks of 64 inputs by a
 * tile of outputs, each followed by its update and by its copy into the transposed weights that the
 * input gradients multiply with.
 */
final class DenseGradient {
  /** Inputs of a block: with 3 vectors of outputs, 12 kB of weights. */
  private static final int BLOCK_INPUTS = 64;

  /**
   * A block of the weights, and of the biases if {@code input} is 0.
   *
   * @param input first input, {@code inputs} of them: whole register tiles
   * @param output first output, {@code width} vectors of them
   */
  private record Block(int input, int inputs, int output, int width) {}

  private final Boundary.Rows in;
  private final Boundary.Rows out;
  private final ParameterLayout.Block weights;
  private final ParameterLayout.Block biases;
  private final boolean inputGradient;
  private final int transposed;
  private final int transposedStride;
  private final int[] allRows;
  private final List<Block> blocks = new ArrayList<>();

  DenseGradient(
      Boundary.Rows in,
      Boundary.Rows out,
      ParameterLayout.Block weights,
      ParameterLayout.Block biases,
      boolean inputGradient,
      StackMemory memory) {
    this.in = in;
    this.out = out;
    this.weights = weights;
    this.biases = biases;
    this.inputGradient = inputGradient;
    transposedStride = Tiling.rowStride(in.size());
    transposed =
        inputGradient
            ? memory.plan().reserve(Math.multiplyExact(Tiling.padded(out.size()), transposedStride))
            : 0;
    allRows = new int[memory.rows()];
    for (int i = 0; i < allRows.length; i++) {
      allRows[i] = i;
    }
    addBlocks();
  }

  /** The larger of X and D is read once, the smaller again and again, and so stays near. */
  private void addBlocks() {
    int inputs = Tiling.padded(in.size());
    int outputs = Tiling.padded(out.size());
    if (inputs > outputs) {
      for (int i = 0; i < inputs; i += BLOCK_INPUTS) {
        for (int o = 0; o < outputs; o += width(o, outputs) * LANES) {
          addBlock(i, inputs, o, outputs);
        }
      }
    } else {
      for (int o = 0; o < outputs; o += width(o, outputs) * LANES) {
        for (int i = 0; i < inputs; i += BLOCK_INPUTS) {
          addBlock(i, inputs, o, outputs);
        }
      }
    }
  }

  private static int width(int output, int outputs) {
    return Tiling.nextWidth((outputs - output) / LANES);
  }

  private void addBlock(int input, int inputs, int output, int outputs) {
    blocks.add(
        new Block(input, Math.min(BLOCK_INPUTS, inputs - input), output, width(output, outputs)));
  }

  int tasks() {
    return blocks.size();
  }

  /** First of the transposed weights, [outputs][inputs] at {@link #transposedStride}. */
  int transposed() {
    return transposed;
  }

  /** Distance of the rows of the transposed weights. */
  int transposedStride() {
    return transposedStride;
  }

  void run(ParameterStore store, Chunk chunk, int task, Worker w) {
    Block b = blocks.get(task);
    float[] m = store.memory();
    multiply(m, store.regions().gradients, chunk, b, w.space.tile());
    if (b.input == 0) {
      sumBiases(m, store.regions().gradients, chunk, b);
    }
    if (chunk.last()) {
      update(store.update(), b);
      transpose(store, b);
    }
  }

  private void multiply(float[] m, int gradients, Chunk chunk, Block b, int scratch) {
    int stride = weights.stride();
    int columns = b.width * LANES;
    for (int i = b.input; i < b.input + b.inputs; i += ROWS) {
      int target = gradients + weights.offset() + i * stride + b.output;
      int c = chunk.first() ? target : scratch;
      int ldc = chunk.first() ? stride : columns;
      PanelKernel.multiply(
          m,
          in.values() + i,
          in.stride(),
          allRows,
          0,
          chunk.count(),
          out.gradients() + b.output,
          out.stride(),
          c,
          ldc,
          b.width);
      if (!chunk.first()) {
        for (int r = 0; r < ROWS; r++) {
          add(m, target + r * stride, scratch + r * columns, columns);
        }
      }
    }
  }

  private void sumBiases(float[] m, int gradients, Chunk chunk, Block b) {
    int target = gradients + biases.offset() + b.output;
    for (int j = 0; j < b.width * LANES; j += LANES) {
      FloatVector sum = FloatVector.zero(SPECIES);
      if (!chunk.first()) {
        sum = FloatVector.fromArray(SPECIES, m, target + j);
      }
      int row = out.gradients() + b.output + j;
      for (int r = 0; r < chunk.count(); r++, row += out.stride()) {
        sum = sum.add(FloatVector.fromArray(SPECIES, m, row));
      }
      sum.intoArray(m, target + j);
    }
  }

  private static void add(float[] m, int target, int source, int length) {
    for (int i = 0; i < length; i += LANES) {
      FloatVector.fromArray(SPECIES, m, target + i)
          .add(FloatVector.fromArray(SPECIES, m, source + i))
          .intoArray(m, target + i);
    }
  }

  private void update(ParameterUpdate update, Block b) {
    int columns = b.width * LANES;
    for (int i = b.input; i < b.input + b.inputs; i++) {
      update.apply(weights.offset() + i * weights.stride() + b.output, columns);
    }
    if (b.input == 0) {
      update.apply(biases.offset() + b.output, columns);
    }
  }

  private void transpose(ParameterStore store, Block b) {
    if (!inputGradient) {
      return;
    }
    float[] m = store.memory();
    for (int o = b.output; o < b.output + b.width * LANES; o++) {
      int from = store.regions().parameters + weights.offset() + o;
      int to = transposed + o * transposedStride;
      for (int i = b.input; i < b.input + b.inputs; i++) {
        m[to + i] = m[from + i * weights.stride()];
      }
    }
  }

  /** Fills the transposed weights from the parameters. */
  void transposeAll(ParameterStore store) {
    for (Block b : blocks) {
      transpose(store, b);
    }
  }
}
