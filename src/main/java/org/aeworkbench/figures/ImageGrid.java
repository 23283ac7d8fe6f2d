package org.aeworkbench.figures;

import java.awt.image.BufferedImage;
import org.aeworkbench.model.ImageShape;

/** Many images in rows and columns, edge to edge. Needs no display. */
public final class ImageGrid {
  private static final int TILE = 56;

  private ImageGrid() {}

  /**
   * A picture of images.
   *
   * @param images [n][values of an image] in 0…1, n at least 1
   * @param columns beside each other
   */
  public static BufferedImage render(ImageShape shape, float[][] images, int columns) {
    int scale = Math.max(1, Math.round((float) TILE / Math.max(shape.height(), shape.width())));
    int width = shape.width() * scale;
    int height = shape.height() * scale;
    int rows = Math.ceilDiv(images.length, columns);
    BufferedImage picture =
        new BufferedImage(columns * width, rows * height, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < images.length; i++) {
      int left = i % columns * width;
      int top = i / columns * height;
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          int pixel = y / scale * shape.width() + x / scale;
          picture.setRGB(left + x, top + y, PixelColour.rgb(shape, images[i], pixel));
        }
      }
    }
    return picture;
  }
}
