package org.aeworkbench.pictures.formats;

import java.awt.image.BufferedImage;
import java.util.BitSet;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadUpdateListener;

/** Which rows a reader has written. */
final class WrittenRows implements IIOReadUpdateListener {
  private final BitSet rows = new BitSet();

  /** How many there are. */
  int count() {
    return rows.cardinality();
  }

  /**
   * The picture down to its last row; rows of an interlaced one that are missing look like those
   * above them.
   */
  BufferedImage filled(BufferedImage image) {
    for (int y = rows.nextClearBit(0); y < rows.length(); y = rows.nextClearBit(y + 1)) {
      if (y > 0) {
        Object above = image.getRaster().getDataElements(0, y - 1, image.getWidth(), 1, null);
        image.getRaster().setDataElements(0, y, image.getWidth(), 1, above);
      }
    }
    return image.getSubimage(0, 0, image.getWidth(), rows.length());
  }

  @Override
  public void imageUpdate(
      ImageReader source,
      BufferedImage image,
      int left,
      int top,
      int width,
      int height,
      int apartAcross,
      int apartDown,
      int[] bands) {
    rows.set(top, top + height);
  }

  @Override
  public void passStarted(
      ImageReader source,
      BufferedImage image,
      int pass,
      int firstPass,
      int lastPass,
      int left,
      int top,
      int apartAcross,
      int apartDown,
      int[] bands) {}

  @Override
  public void passComplete(ImageReader source, BufferedImage image) {}

  @Override
  public void thumbnailPassStarted(
      ImageReader source,
      BufferedImage thumbnail,
      int pass,
      int firstPass,
      int lastPass,
      int left,
      int top,
      int apartAcross,
      int apartDown,
      int[] bands) {}

  @Override
  public void thumbnailPassComplete(ImageReader source, BufferedImage thumbnail) {}

  @Override
  public void thumbnailUpdate(
      ImageReader source,
      BufferedImage thumbnail,
      int left,
      int top,
      int width,
      int height,
      int apartAcross,
      int apartDown,
      int[] bands) {}
}
