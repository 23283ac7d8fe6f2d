package org.aeworkbench.analysis;

/**
 * The colours of a reconstruction's errors: orange where it has too much ink, blue where ink is
 * missing, the stronger the larger the error. Safe for colour-blind eyes, on white and on black.
 */
public final class ErrorMap {
  /** An absolute error from which on the colour is full. */
  public static final float FULL_ERROR = 0.6f;

  private static final int TOO_MUCH = 0xE8590C;
  private static final int MISSING = 0x1C7ED6;

  private ErrorMap() {}

  /**
   * A see-through colour.
   *
   * @param error reconstruction − original, −1…1
   * @return ARGB, alpha premultiplied
   */
  public static int premultiplied(float error) {
    return Math.round(strength(error) * 255) << 24 | on(0, error);
  }

  /**
   * The colour on a ground.
   *
   * @param ground grey level 0…255
   * @param error reconstruction − original, −1…1
   * @return RGB
   */
  public static int on(int ground, float error) {
    int colour = error > 0 ? TOO_MUCH : MISSING;
    float strength = strength(error);
    return blend(colour >> 16, ground, strength) << 16
        | blend(colour >> 8, ground, strength) << 8
        | blend(colour, ground, strength);
  }

  private static float strength(float error) {
    return Math.min(1, Math.abs(error) / FULL_ERROR);
  }

  private static int blend(int channel, int ground, float strength) {
    return Math.round((channel & 0xFF) * strength + ground * (1 - strength));
  }
}
