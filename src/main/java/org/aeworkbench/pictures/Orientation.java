package org.aeworkbench.pictures;

import java.awt.image.BufferedImage;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a camera was held: the Exif entry by which a phone's JPEG says that it has to be turned.
 *
 * @param tag 1…8 as in Exif; 1 is upright
 */
record Orientation(int tag) {
  private static final Orientation UPRIGHT = new Orientation(1);
  private static final int JPEG_START = 0xFFD8;
  private static final int APP1 = 0xFFE1;
  private static final int START_OF_SCAN = 0xFFDA;
  private static final int EXIF = 0x45786966;
  private static final int ORIENTATION_TAG = 0x0112;

  /** Reads the entry; upright if the file is no JPEG, has none, or has nonsense there. */
  static Orientation of(byte[] file) {
    try {
      return find(ByteBuffer.wrap(file));
    } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
      return UPRIGHT;
    }
  }

  private static Orientation find(ByteBuffer in) {
    if ((in.getShort() & 0xFFFF) != JPEG_START) {
      return UPRIGHT;
    }
    while (true) {
      int marker = in.getShort() & 0xFFFF;
      if (marker < 0xFF00 || marker == START_OF_SCAN) {
        return UPRIGHT;
      }
      int start = in.position();
      int length = in.getShort() & 0xFFFF;
      if (marker == APP1 && in.getInt(start + 2) == EXIF) {
        return tag(in.slice(start + 8, length - 8));
      }
      in.position(start + Math.max(2, length));
    }
  }

  private static Orientation tag(ByteBuffer tiff) {
    tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(4);
    int entries = tiff.getShort(directory) & 0xFFFF;
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + 12 * i;
      if ((tiff.getShort(entry) & 0xFFFF) == ORIENTATION_TAG) {
        int tag = tiff.getShort(entry + 8);
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
        new BufferedImage(sideways ? height : width, sideways ? width : height, picture.getType());
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
        turned.setRGB(newX, newY, picture.getRGB(x, y));
      }
    }
    return turned;
  }
}
