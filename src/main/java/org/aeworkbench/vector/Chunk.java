package org.aeworkbench.vector;

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
    boolean training,
    boolean first,
    boolean last) {

  /** First byte of image i of this chunk. */
  int start(int i, int size) {
    return order[from + i] * size;
  }
}
