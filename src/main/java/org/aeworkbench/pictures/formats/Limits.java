package org.aeworkbench.pictures.formats;

/** How large a picture may be, whatever its header announces, and how large one becomes. */
final class Limits {
  /** A side of what is returned. */
  static final int SIDE = 4096;

  /** The pixels of what is returned. */
  static final int THINNED_PIXELS = 8_000_000;

  /** The pixels of a file that is read row by row: more than any phone or scan of A3 has. */
  static final long PIXELS = 300_000_000;

  /** The pixels of a picture that has to be held as a whole, at full size. */
  static final long WHOLE_PIXELS = 52_000_000;

  /** A longer side would overflow the sums of a square. */
  private static final int LONGEST = 500_000;

  private static final String REMEDY = "Make the picture smaller.";

  private Limits() {}

  /**
   * Refuses sizes that no picture has.
   *
   * @param most {@link #PIXELS} or {@link #WHOLE_PIXELS}
   */
  static void check(int width, int height, long most) throws RefusedException {
    if ((long) width * height > most || Math.max(width, height) > LONGEST) {
      throw tooLarge(
          "announces %d×%d pixels, more than %d million."
              .formatted(width, height, most / 1_000_000));
    }
  }

  static RefusedException tooLarge(String problem) {
    return new RefusedException(problem, REMEDY);
  }

  /** The side of the squares that become one pixel each. */
  static int step(int width, int height) {
    int step = Math.max(1, (Math.max(width, height) + SIDE - 1) / SIDE);
    while (thinned(width, step) * thinned(height, step) > THINNED_PIXELS) {
      step++;
    }
    return step;
  }

  static long thinned(int side, int step) {
    return (side + step - 1) / step;
  }
}
