package org.aeworkbench.pictures;

import java.nio.ByteBuffer;

/** A look at the chunks of a PNG file before its decoder believes their lengths. */
final class PngChunks {
  private static final int SIGNATURE_BYTES = 8;
  private static final int FRAME_BYTES = 12;
  private static final int END = 0x49454E44;

  private PngChunks() {}

  /** True if every chunk lies within the file and the last one is the end. */
  static boolean areWhole(byte[] png) {
    ByteBuffer in = ByteBuffer.wrap(png);
    long position = SIGNATURE_BYTES;
    while (position + FRAME_BYTES <= png.length) {
      int length = in.getInt((int) position);
      int type = in.getInt((int) position + 4);
      position += FRAME_BYTES + (long) length;
      if (length < 0 || position > png.length) {
        return false;
      }
      if (type == END) {
        return true;
      }
    }
    return false;
  }
}
