package org.aeworkbench.pictures.formats;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The first directory of a TIFF, which is also what cameras keep as Exif. */
final class TiffDirectory {
  static final int PHOTOMETRIC = 0x0106;
  static final int ORIENTATION = 0x0112;
  static final int PREDICTOR = 0x013D;

  private static final int EXIF = 0x45786966;
  private static final int TIFF_MAGIC = 42;
  private static final int ENTRY_BYTES = 12;
  private static final int BYTE = 1;
  private static final int SHORT = 3;
  private static final int LONG = 4;

  private final ByteBuffer tiff;

  /**
   * @param bytes behind “Exif” or not; with nonsense there it has no entries
   */
  TiffDirectory(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    boolean named = bytes.length > 6 && in.getInt(0) == EXIF;
    tiff = named ? in.slice(6, bytes.length - 6) : in;
    tiff.order(
        bytes.length > 8 && tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
  }

  /** A tag's single value; another if it is not there. */
  int value(int tag, int otherwise) {
    try {
      int entry = entry(tag);
      if (entry < 0) {
        return otherwise;
      }
      return switch (tiff.getShort(entry + 2)) {
        case BYTE -> tiff.get(entry + 8);
        case SHORT -> tiff.getShort(entry + 8);
        case LONG -> tiff.getInt(entry + 8);
        default -> otherwise;
      };
    } catch (IndexOutOfBoundsException e) {
      return otherwise;
    }
  }

  /** The position of a tag's twelve bytes; negative if it is not there. */
  int entry(int tag) {
    if (tiff.limit() < 8 || tiff.getShort(2) != TIFF_MAGIC) {
      return -1;
    }
    int directory = tiff.getInt(4);
    int entries = tiff.getShort(directory) & 0xFFFF;
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + ENTRY_BYTES * i;
      if ((tiff.getShort(entry) & 0xFFFF) == tag) {
        return entry;
      }
    }
    return -1;
  }

  ByteOrder order() {
    return tiff.order();
  }
}
