package org.aeworkbench.pictures.formats;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * What the frame header of a JPEG (SOF, ITU-T T.81 B.2.2) says.
 *
 * @param marker the second byte of the marker: 0xC0 to 0xCF
 * @param bits of a sample
 * @param ids of the components
 * @param coefficients of all components, padded to whole blocks
 */
record JpegFrame(int marker, int bits, int width, int height, int[] ids, long coefficients) {
  private static final int BASELINE = 0xC0;
  private static final int EXTENDED = 0xC1;
  private static final int PROGRESSIVE = 0xC2;
  private static final int LOSSLESS = 0xC3;
  private static final int BLOCK = 8;
  private static final String REMEDY = "Save it as an ordinary JPEG or a PNG.";

  /**
   * @param segment behind the marker and the length
   */
  static JpegFrame of(int marker, ByteBuffer segment) throws IOException {
    int count = segment.remaining() < 6 ? 0 : segment.get(5) & 0xFF;
    if (count == 0 || count > 4 || segment.remaining() < 6 + 3 * count) {
      throw new IOException("frame header");
    }
    int height = segment.getShort(1) & 0xFFFF;
    int width = segment.getShort(3) & 0xFFFF;
    int[] ids = new int[count];
    int[] across = new int[count];
    int[] down = new int[count];
    int mostAcross = 1;
    int mostDown = 1;
    for (int i = 0; i < count; i++) {
      ids[i] = segment.get(6 + 3 * i) & 0xFF;
      across[i] = segment.get(7 + 3 * i) >> 4 & 0xF;
      down[i] = segment.get(7 + 3 * i) & 0xF;
      mostAcross = Math.max(mostAcross, across[i]);
      mostDown = Math.max(mostDown, down[i]);
    }
    long units =
        (long) ((width + BLOCK * mostAcross - 1) / (BLOCK * mostAcross))
            * ((height + BLOCK * mostDown - 1) / (BLOCK * mostDown));
    long coefficients = 0;
    for (int i = 0; i < count; i++) {
      coefficients += units * across[i] * down[i] * BLOCK * BLOCK;
    }
    return new JpegFrame(marker, segment.get(0), width, height, ids, coefficients);
  }

  int components() {
    return ids.length;
  }

  boolean progressive() {
    return marker == PROGRESSIVE;
  }

  /** Refuses what Java's decoder does not know, by its name. */
  void check() throws IOException {
    if (marker != BASELINE && marker != EXTENDED && marker != PROGRESSIVE) {
      String kind =
          marker == LOSSLESS
              ? "a lossless"
              : marker > 0xC8 ? "an arithmetically coded" : "a hierarchical";
      throw new RefusedException("is " + kind + " JPEG, which is not read.", REMEDY);
    }
    if (bits != 8) {
      throw new RefusedException("is a JPEG of " + bits + " bits, which is not read.", REMEDY);
    }
    if (ids.length == 2) {
      throw new RefusedException("is a JPEG of two components, which is not read.", REMEDY);
    }
    if (width < 1 || height < 1) {
      throw new IOException("no pixels");
    }
    Limits.check(width, height, Limits.PIXELS);
  }

  /** True if Adobe's segment says of the colours what is possible. */
  boolean trusts(ByteBuffer adobe) {
    int transform = adobe.get(adobe.limit() - 1);
    return ids.length == 4 || ids.length == 3 && (transform == 0 || transform == 1);
  }

  /** True if the components are not named after colours. */
  boolean isLuminanceAndChrominance() {
    return ids.length == 3 && !(ids[0] == 'R' && ids[1] == 'G' && ids[2] == 'B');
  }
}
