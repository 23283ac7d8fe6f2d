package org.aeworkbench.vector;

/**
 * A network's training step cut into numbered tasks. One chunk of a batch has two jobs with a
 * barrier between them: the images' tasks (forward pass, loss, gradients of the values) and the
 * parameters' tasks (gradients of the parameters; after the last chunk the update). The cut depends
 * on the number of images only, never on the threads, and sums are taken in the order of the tasks,
 * so the results do not depend on who did what.
 */
sealed interface TrainingProgram permits DenseTraining, ConvolutionTraining {

  /**
   * The images that the following tasks work on.
   *
   * @param images bytes of all images
   * @param order image numbers
   * @param from first element of {@code order}
   * @param count images, 1 to {@link #chunkImages}
   * @param scale factor of the loss gradient: 1 / (images of the batch · pixels)
   * @param first whether this chunk starts a batch and its gradients are not added to others
   * @param last whether it ends the batch and the parameters are to be updated
   */
  record Chunk(
      byte[] images, int[] order, int from, int count, float scale, boolean first, boolean last) {

    /** First byte of image i of this chunk. */
    int start(int i, int pixels) {
      return order[from + i] * pixels;
    }
  }

  /** The parameters, their gradients and the optimizer. */
  ParameterStore parameters();

  /** Images that fit in memory at a time. */
  int chunkImages();

  /** Number of tasks for so many images. */
  int imageTasks(int count);

  /**
   * Forward pass and loss of one task's images and, if {@code gradients}, what the parameters'
   * tasks need.
   *
   * @return the sum of the images' losses over their pixels
   */
  double runImages(Chunk chunk, int task, int worker, boolean gradients);

  /** Number of tasks over the parameters. */
  int parameterTasks();

  /** Gradients of one task's parameters, added up over chunks, and their update after the last. */
  void runParameters(Chunk chunk, int task, int worker);

  /** To be called when the parameters were set from outside. */
  void parametersChanged();
}
