package org.aeworkbench.pictures.formats;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a camera was held: the entry by which the Exif part of a file says how the picture has to be
 * turned. JPEG, PNG and WebP keep the same Exif, which is a small TIFF.
 *
 * @param tag 1…8 as in Exif; 1 is upright
 */
record Orientation(int tag) {
  static final Orientation UPRIGHT = new Orientation(1);

  private static final int EXIF = 0x45786966;
  private static final int TIFF_MAGIC = 42;
  private static final int ORIENTATION_TAG = 0x0112;
  private static final int ENTRY_BYTES = 12;
  private static final int BYTE = 1;
  private static final int SHORT = 3;
  private static final int LONG = 4;

  /** Reads a TIFF's first directory, behind “Exif” or not; upright if there is nonsense. */
  static Orientation ofTiff(byte[] tiff) {
    try {
      ByteBuffer in = ByteBuffer.wrap(tiff);
      if (tiff.length > 6 && in.getInt(0) == EXIF) {
        in = in.slice(6, tiff.length - 6);
      }
      return find(in);
    } catch (IndexOutOfBoundsException e) {
      return UPRIGHT;
    }
  }

  private static Orientation find(ByteBuffer tiff) {
    tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    if (tiff.getShort(2) != TIFF_MAGIC) {
      return UPRIGHT;
    }
    int directory = tiff.getInt(4);
    int entries = tiff.getShort(directory) & 0xFFFF;
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + ENTRY_BYTES * i;
      if ((tiff.getShort(entry) & 0xFFFF) == ORIENTATION_TAG) {
        int tag =
            switch (tiff.getShort(entry + 2)) {
              case BYTE -> tiff.get(entry + 8);
              case SHORT -> tiff.getShort(entry + 8);
              case LONG -> tiff.getInt(entry + 8);
              default -> 1;
            };
        return tag >= 1 && tag <= 8 ? new Orientation(tag) : UPRIGHT;
      }
    }
    return UPRIGHT;
  }

  /** The picture as it was seen. */
  BufferedImage applyTo(BufferedImage picture) {
    if (tag == 1) {
      return picture;
    }
    int width = picture.getWidth();
    int height = picture.getHeight();
    boolean sideways = tag >= 5;
    BufferedImage turned =
        new BufferedImage(
            picture.getColorModel(),
            picture
                .getRaster()
                .createCompatibleWritableRaster(
                    sideways ? height : width, sideways ? width : height),
            picture.isAlphaPremultiplied(),
            null);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int right = width - 1 - x;
        int down = height - 1 - y;
        int newX =
            switch (tag) {
              case 2, 3 -> right;
              case 5, 8 -> y;
              case 6, 7 -> down;
              default -> x;
            };
        int newY =
            switch (tag) {
              case 3, 4 -> down;
              case 5, 6 -> x;
              case 7, 8 -> right;
              default -> y;
            };
        turned
            .getRaster()
            .setDataElements(newX, newY, picture.getRaster().getDataElements(x, y, null));
      }
    }
    return turned;
  }
}
