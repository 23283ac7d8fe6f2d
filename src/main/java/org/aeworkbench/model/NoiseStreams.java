package org.aeworkbench.model;

/**
 * Where the random numbers of a training come from: no state, but a place for each number. Number n
 * of a stream is a hash of the stream's origin and n, so that any thread comes to the same, and a
 * training that goes on to the very curve of one that was not interrupted.
 */
@FunctionalInterface
public interface NoiseStreams {
  /** What numbers are drawn for. */
  enum Purpose {
    /** Noise on the images of a batch. */
    CORRUPTION,
    /** Samples of a gaussian code's distribution for the images of a batch. */
    SAMPLE,
    /** Noise on the validation images: the same after each epoch. */
    VALIDATION_CORRUPTION,
    /** Samples for the validation images: the same after each epoch. */
    VALIDATION_SAMPLE,
    /** Codes that new images are made of. */
    GENERATION
  }

  /**
   * The origin of a stream; its number n is made of the hash of origin + n.
   *
   * @param step updates before; 0 for validation
   */
  long origin(Purpose purpose, long step);

  /** The streams of a training with a seed. */
  static NoiseStreams of(long seed) {
    return (purpose, step) ->
        SplitMix.of(SplitMix.of(SplitMix.of(seed) ^ (purpose.ordinal() + 1)) + step);
  }
}
