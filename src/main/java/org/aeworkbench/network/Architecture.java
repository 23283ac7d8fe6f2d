package org.aeworkbench.network;

import org.aeworkbench.problem.UsageException;

/** The three autoencoders of the lab and the code sizes that each can have. */
public enum Architecture {
  /** 784 → code → 784. */
  SHALLOW("shallow", 32, 1, 256, 1),
  /** 784 → 128 → 64 → code → 64 → 128 → 784. */
  DEEP("deep", 32, 1, 256, 1),
  /** Three convolutions with pooling to a code of 4×4×c, three with upsampling back. */
  CONV("conv", 128, 16, 256, 16);

  private final String id;
  private final int defaultEncodingDim;
  private final int minEncodingDim;
  private final int maxEncodingDim;
  private final int step;

  Architecture(String id, int defaultEncodingDim, int min, int max, int step) {
    this.id = id;
    this.defaultEncodingDim = defaultEncodingDim;
    this.minEncodingDim = min;
    this.maxEncodingDim = max;
    this.step = step;
  }

  /** The name on the command line and in files. */
  public String id() {
    return id;
  }

  /** The lab's code size. */
  public int defaultEncodingDim() {
    return defaultEncodingDim;
  }

  /** The smallest possible code. */
  public int minEncodingDim() {
    return minEncodingDim;
  }

  /** The largest possible code. */
  public int maxEncodingDim() {
    return maxEncodingDim;
  }

  /** Valid code sizes are multiples of this number: 16 for conv, whose code is 4×4×c. */
  public int encodingDimStep() {
    return step;
  }

  /** The valid code size nearest to any number; the larger of two that are as near. */
  public int snap(int encodingDim) {
    int clamped = Math.clamp(encodingDim, minEncodingDim, maxEncodingDim);
    return Math.clamp(Math.round((double) clamped / step) * step, minEncodingDim, maxEncodingDim);
  }

  /**
   * Accepts the code sizes that this architecture can have.
   *
   * @throws UsageException naming the range, or the two nearest valid sizes
   */
  public void checkEncodingDim(int encodingDim) {
    if (encodingDim < minEncodingDim || encodingDim > maxEncodingDim) {
      throw new UsageException(
          "encoding_dim " + encodingDim + " is out of range for " + id + ".",
          "Choose "
              + minEncodingDim
              + " to "
              + maxEncodingDim
              + (step > 1 ? ", a multiple of " + step + "." : "."));
    }
    if (encodingDim % step != 0) {
      int below = encodingDim / step * step;
      String nearest =
          below < minEncodingDim ? "" + minEncodingDim : below + " or " + (below + step);
      throw new UsageException(
          "encoding_dim "
              + encodingDim
              + " does not fit "
              + id
              + ": its code is 4×4×c, so a "
              + "multiple of "
              + step
              + ".",
          "The nearest are " + nearest + ".");
    }
  }

  /**
   * The architecture of a name.
   *
   * @throws UsageException if there is none of that name
   */
  public static Architecture of(String id) {
    for (Architecture architecture : values()) {
      if (architecture.id.equalsIgnoreCase(id)) {
        return architecture;
      }
    }
    throw new UsageException(
        "There is no architecture \"" + id + "\".", "Choose shallow, deep or conv.");
  }
}
