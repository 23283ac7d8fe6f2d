package org.aeworkbench.vector;

/**
 * One step of the way from an image to its reconstruction, and back: one layer, or some that are
 * computed in one pass. Holds addresses only; each worker brings its own block of images.
 */
interface Stage {
  /** Computes the values behind the stage from those before it, for a worker's block. */
  void forward(float[] m, Worker w);

  /**
   * Computes the gradients before the stage from those behind it, and what the gradients of its
   * parameters need. Called where the stage or one before it has parameters.
   */
  void backward(float[] m, Worker w);

  /** Tasks over its parameters. */
  default int parameterTasks() {
    return 0;
  }

  /** Gradients of one task's parameters, added up over chunks, and their update after the last. */
  default void runParameters(ParameterStore store, Chunk chunk, int task, Worker w) {}

  /** To be called when the parameters were set from outside. */
  default void parametersChanged(ParameterStore store) {}
}
