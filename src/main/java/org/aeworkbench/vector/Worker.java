package org.aeworkbench.vector;

import static org.aeworkbench.vector.Tiling.LANES;
import static org.aeworkbench.vector.Tiling.ROWS;

/** What one thread works with and the block of images that it has in hand. */
final class Worker {
  /** 0 for the caller, 1 and up for the helpers. */
  final int number;

  /** Memory of its own. */
  final Workspace space;

  /** First index of the region of parameters. */
  final int parameters;

  /** First image of the block in its chunk. */
  int first;

  /** Images of the block. */
  int images;

  /** Place of the block's first image in its batch. */
  int position;

  /** Updates before this batch. */
  long step;

  /** Whether dropout drops. */
  boolean training;

  /** Whether a gaussian code is sampled, or its mean taken. */
  boolean sampling;

  /** Where the random numbers of this chunk come from. */
  Chunk.Draws draws = Chunk.Draws.NONE;

  /** Makes them. */
  final Noise noise = new Noise();

  /** Factor of the gradient of the penalty on the code. */
  float penaltyScale;

  /** The penalty of the task's images, summed up by the stage of the code, without its factor. */
  double penalty;

  /** First index of the slot for the gradients of convolutions. */
  int slot;

  /** Whether gradients are added to what an earlier block left in the slot. */
  boolean adds;

  private float[] image = new float[0];

  /** For the keys of a tile's images. */
  final int[] keys = new int[LANES];

  Worker(int number, Workspace space, int parameters) {
    this.number = number;
    this.space = space;
    this.parameters = parameters;
  }

  /** Room for the numbers of one image. */
  float[] image(int size) {
    if (image.length < size) {
      image = new float[size];
    }
    return image;
  }

  /** Tiles that hold the block's images. */
  int tiles() {
    return Math.ceilDiv(images, LANES);
  }

  /** Images of a tile that exist; the other lanes hold a black one. */
  int images(int tile) {
    return Math.min(LANES, images - tile * LANES);
  }

  /**
   * Row behind the block's last: whole register tiles, and as many rows as its tiles have lanes, so
   * that what those bring back is of this block and not what an earlier one left.
   */
  int endRow() {
    int unit = Math.max(LANES, ROWS);
    return first + Math.ceilDiv(images, unit) * unit;
  }
}
