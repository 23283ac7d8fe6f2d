package org.aeworkbench.vector;

import static org.aeworkbench.vector.Tiling.LANES;
import static org.aeworkbench.vector.Tiling.SPECIES;

import jdk.incubator.vector.FloatVector;
import org.aeworkbench.model.Layer;

/**
 * The parameters of one convolution: where they stand, the sum of their gradients over the blocks
 * of a chunk, their update and what is packed from them for the kernels.
 *
 * <p>Weights stand as in {@link org.aeworkbench.model.Layer}: rows of 3×3 kernels, a row for each
 * output channel, of a transposed convolution for each input channel. A row starts at a whole
 * vector, so that tasks can share the rows out.
 */
final class KernelWeights {
  /** Weights of a kernel. */
  static final int KERNEL = Layer.KERNEL * Layer.KERNEL;

  /** Weights of a task, about; fewer are not worth one. */
  private static final int TASK_WEIGHTS = 4096;

  private final ParameterLayout.Block weights;
  private final ParameterLayout.Block biases;
  private final boolean transposed;
  private final int slot;
  private final int rowsOfTask;

  /** Packs the kernel of a pair of channels from its weights. */
  interface Packing {
    void pack(float[] m, int weights, int output, int input);
  }

  /** Adds a convolution's parameters to a network's. */
  KernelWeights(ConvolutionShape shape, ParameterLayout parameters, Slots slots) {
    transposed = shape.kind() == ConvolutionShape.Kind.TRANSPOSED;
    int rows = transposed ? shape.inputs() : shape.outputs();
    int columns = (transposed ? shape.outputs() : shape.inputs()) * KERNEL;
    weights = parameters.addRows(rows, columns);
    biases = parameters.addVector(shape.outputs());
    slot = slots.add(length());
    rowsOfTask = Math.max(1, TASK_WEIGHTS / weights.stride());
  }

  /** Room for the gradients of all convolutions of a network, without those of dense layers. */
  static final class Slots {
    private int length;

    private int add(int floats) {
      int start = length;
      length = Math.addExact(length, floats);
      return start;
    }

    /** Floats of a slot. */
    int length() {
      return length;
    }
  }

  private int length() {
    return biases.offset() + biases.stride() - weights.offset();
  }

  /** First of the 9 weights between two channels, in a region of parameters or its like. */
  int kernel(int region, int output, int input) {
    int row = transposed ? input : output;
    int column = transposed ? output : input;
    return region + weights.offset() + row * weights.stride() + column * KERNEL;
  }

  /** The same in a slot of gradients. */
  int kernelInSlot(int slots, int output, int input) {
    return kernel(slots + slot - weights.offset(), output, input);
  }

  /** First bias in a region. */
  int biases(int region) {
    return region + biases.offset();
  }

  /** First bias in a slot of gradients. */
  int biasesInSlot(int slots) {
    return slots + slot + biases.offset() - weights.offset();
  }

  int tasks() {
    return Math.ceilDiv(weights.rows(), rowsOfTask);
  }

  /** Sums a task's gradients over the slots in their order, updates and packs after the last. */
  void run(ParameterStore store, Chunk chunk, int task, Packing packing) {
    int row = task * rowsOfTask;
    int end = Math.min(weights.rows(), row + rowsOfTask);
    int from = weights.offset() + row * weights.stride();
    int to = weights.offset() + end * weights.stride();
    if (end == weights.rows()) {
      to = biases.offset() + biases.stride();
    }
    sum(store, chunk, from, to);
    if (chunk.last()) {
      store.update().apply(from, to - from);
      pack(store, row, end, packing);
    }
  }

  private void sum(ParameterStore store, Chunk chunk, int from, int to) {
    float[] m = store.memory();
    int gradients = store.regions().gradients;
    int first = store.regions().slots + slot - weights.offset();
    int distance = store.regions().slotLength;
    for (int i = from; i < to; i += LANES) {
      FloatVector sum = FloatVector.zero(SPECIES);
      if (!chunk.first()) {
        sum = FloatVector.fromArray(SPECIES, m, gradients + i);
      }
      for (int t = 0, at = first + i; t < chunk.slots(); t++, at += distance) {
        sum = sum.add(FloatVector.fromArray(SPECIES, m, at));
      }
      sum.intoArray(m, gradients + i);
    }
  }

  /** Packs all kernels. */
  void pack(ParameterStore store, Packing packing) {
    pack(store, 0, weights.rows(), packing);
  }

  private void pack(ParameterStore store, int from, int to, Packing packing) {
    int columns = weights.columns() / KERNEL;
    for (int row = from; row < to; row++) {
      for (int column = 0; column < columns; column++) {
        int output = transposed ? column : row;
        int input = transposed ? row : column;
        int at = kernel(store.regions().parameters, output, input);
        packing.pack(store.memory(), at, output, input);
      }
    }
  }
}
