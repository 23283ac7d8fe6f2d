package org.aeworkbench.vector;

import org.aeworkbench.model.NoiseStreams;
import org.aeworkbench.model.NoiseStreams.Purpose;

/**
 * Images of a batch that are in memory at a time.
 *
 * @param images bytes of all images, [image][channel][y][x]
 * @param order image numbers
 * @param from first element of {@code order}
 * @param count images
 * @param slots tasks that the images were cut into: each leaves its gradients in a slot of its own
 * @param position place of the first image in its batch
 * @param step updates before this batch; with {@code position} it decides what dropout drops
 * @param scale factor of the loss gradient: 1 / (images of the batch · numbers of an image)
 * @param penaltyScale factor of the gradient of the penalty on the code
 * @param draws where the random numbers come from
 * @param training whether dropout drops and gradients are wanted
 * @param first whether this chunk starts a batch and its gradients are not added to others
 * @param last whether it ends the batch and the parameters are to be updated
 */
record Chunk(
    byte[] images,
    int[] order,
    int from,
    int count,
    int slots,
    int position,
    long step,
    float scale,
    float penaltyScale,
    Draws draws,
    boolean training,
    boolean first,
    boolean last) {

  /**
   * The origins of a batch's random numbers.
   *
   * @param corruption of the noise on the images
   * @param sample of the samples of a gaussian code
   */
  record Draws(long corruption, long sample) {
    /** For what draws nothing. */
    static final Draws NONE = new Draws(0, 0);

    /** Those of a batch after so many. */
    static Draws of(NoiseStreams streams, long step) {
      return new Draws(
          streams.origin(Purpose.CORRUPTION, step), streams.origin(Purpose.SAMPLE, step));
    }

    /** Those of every validation. */
    static Draws ofValidation(NoiseStreams streams) {
      return new Draws(
          streams.origin(Purpose.VALIDATION_CORRUPTION, 0),
          streams.origin(Purpose.VALIDATION_SAMPLE, 0));
    }
  }

  /** First byte of image i of this chunk. */
  int start(int i, int size) {
    return order[from + i] * size;
  }
}
