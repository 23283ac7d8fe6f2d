package org.aeworkbench.network;

import org.aeworkbench.model.Corruption;
import org.aeworkbench.model.NoiseStreams;
import org.aeworkbench.vector.Noise;

/**
 * Does to single images what a denoising training does to its own: with the seed of a training and
 * an image's number in the validation set the very noise of its validation. Safe for any thread.
 */
public final class Corruptor {
  private final Corruption corruption;
  private final long origin;

  /**
   * @param seed any; the same makes the same noise
   */
  public Corruptor(Corruption corruption, long seed) {
    this.corruption = corruption;
    origin = NoiseStreams.of(seed).origin(NoiseStreams.Purpose.VALIDATION_CORRUPTION, 0);
  }

  /** What it does. */
  public Corruption corruption() {
    return corruption;
  }

  /**
   * A corrupted copy.
   *
   * @param image numbers in 0…1
   * @param number of the image, 0 or more; each has noise of its own
   */
  public float[] corrupted(float[] image, long number) {
    float[] copy = image.clone();
    new Noise().corrupt(corruption, origin, number * image.length, copy, 0, copy.length);
    return copy;
  }
}
