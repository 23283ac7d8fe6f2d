package org.aeworkbench.vector;

import java.util.Arrays;
import org.aeworkbench.model.Activation;
import org.jspecify.annotations.Nullable;

/** A dense layer over a block of rows: one row an image, 8 rows a register tile. */
final class DenseStage implements Stage {
  private final Boundary.Rows in;
  private final Boundary.Rows out;
  private final ParameterLayout.Block weights;
  private final ParameterLayout.Block biases;
  private final int width;
  private final boolean inputGradient;
  private final @Nullable DenseGradient gradient;

  /**
   * A stage.
   *
   * @param inputGradient whether a stage before it learns
   */
  DenseStage(Boundary.Rows in, Boundary.Rows out, boolean inputGradient, StackMemory memory) {
    this.in = in;
    this.out = out;
    this.inputGradient = inputGradient;
    weights = memory.parameters().addMatrix(in.size(), out.size());
    biases = memory.parameters().addVector(out.size());
    width = Tiling.padded(out.size());
    gradient =
        memory.training()
            ? new DenseGradient(in, out, weights, biases, inputGradient, memory)
            : null;
  }

  @Override
  public void forward(float[] m, Worker w) {
    int at = w.parameters + weights.offset();
    MatrixProduct.multiply(
        m,
        w.space.zeros(),
        in.row(w.first),
        in.stride(),
        w.endRow() - w.first,
        at,
        weights.stride(),
        in.size(),
        out.row(w.first),
        out.stride(),
        width);
    int bias = w.parameters + biases.offset();
    for (int r = w.first; r < w.endRow(); r++) {
      int row = out.row(r);
      ActivationKernel.applyRow(out.activation(), m, row, bias, width, w.space.scratch());
      if (out.activation() == Activation.SIGMOID) {
        Arrays.fill(m, row + out.size(), row + width, 0f); // sigmoid(0) is not 0
      }
    }
  }

  @Override
  public void backward(float[] m, Worker w) {
    if (!inputGradient) {
      return; // its own gradients are taken when all images are through
    }
    inputGradient(m, w, false);
    ActivationKernel.deriveRows(in, m, w.first, w.endRow());
  }

  /**
   * The gradients with respect to what it takes, the activation before it not yet derived.
   *
   * @param added to those that are there
   */
  void inputGradient(float[] m, Worker w, boolean added) {
    if (gradient == null) {
      throw new IllegalStateException("nothing is trained");
    }
    int first = in.gradientRow(w.first);
    MatrixProduct.multiply(
        m,
        added ? first : w.space.zeros(),
        out.gradientRow(w.first),
        out.stride(),
        w.endRow() - w.first,
        gradient.transposed(),
        gradient.transposedStride(),
        out.size(),
        first,
        in.stride(),
        Tiling.padded(in.size()));
  }

  @Override
  public int parameterTasks() {
    return gradient == null ? 0 : gradient.tasks();
  }

  @Override
  public void runParameters(ParameterStore store, Chunk chunk, int task, Worker w) {
    if (gradient != null) {
      gradient.run(store, chunk, task, w);
    }
  }

  @Override
  public void parametersChanged(ParameterStore store) {
    if (gradient != null) {
      gradient.transposeAll(store);
    }
  }
}
