package org.aeworkbench.pictures.formats;

import java.awt.image.BufferedImage;

/**
 * How a camera was held: the entry by which the Exif part of a file says how the picture has to be
 * turned. JPEG, PNG and WebP keep the same Exif, which is a small TIFF.
 *
 * @param tag 1…8 as in Exif; 1 is upright
 */
record Orientation(int tag) {
  static final Orientation UPRIGHT = new Orientation(1);

  /** Reads a TIFF's first directory; upright if there is nonsense. */
  static Orientation ofTiff(byte[] tiff) {
    int tag = new TiffDirectory(tiff).value(TiffDirectory.ORIENTATION, 1);
    return tag >= 1 && tag <= 8 ? new Orientation(tag) : UPRIGHT;
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
