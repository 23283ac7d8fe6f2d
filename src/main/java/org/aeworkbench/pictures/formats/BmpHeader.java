package org.aeworkbench.pictures.formats;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What the header of a bitmap (BMP of OS/2 and Windows) says.
 *
 * @param dataOffset where the rows start in the file
 * @param bits of a pixel
 * @param compression 0 none, 1 and 2 run lengths, 3 and 6 bit fields, 4 JPEG, 5 PNG
 */
record BmpHeader(long dataOffset, int width, int height, int bits, int compression) {
  private static final int OS2_BYTES = 12;
  private static final int BIT_FIELDS = 3;
  private static final int BIT_FIELDS_WITH_ALPHA = 6;

  static BmpHeader of(byte[] bmp) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(bmp).order(ByteOrder.LITTLE_ENDIAN);
    try {
      long dataOffset = in.getInt(10) & 0xFFFFFFFFL;
      int size = in.getInt(14);
      if (size == OS2_BYTES) {
        return new BmpHeader(
            dataOffset, in.getShort(18), Math.abs(in.getShort(20)), in.getShort(24), 0);
      }
      return new BmpHeader(
          dataOffset, in.getInt(18), Math.abs(in.getInt(22)), in.getShort(28), in.getInt(30));
    } catch (IndexOutOfBoundsException e) {
      throw new IOException(e);
    }
  }

  /** True if a row can be found without the rows before it. */
  boolean isPlain() {
    return compression == 0 || compression == BIT_FIELDS || compression == BIT_FIELDS_WITH_ALPHA;
  }

  /** True if it holds a file of another format. */
  boolean isWrapper() {
    return compression == 4 || compression == 5;
  }

  /** Of the rows, if they are plain; each ends on a multiple of four bytes. */
  long dataBytes() {
    return ((long) width * bits + 31) / 32 * 4 * height;
  }

  /** Bytes that fill up the last row and may be missing. */
  int padding() {
    return (int) (((long) width * bits + 31) / 32 * 4 - ((long) width * bits + 7) / 8);
  }
}
