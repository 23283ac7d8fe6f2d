package org.aeworkbench.pictures.ink;

import org.aeworkbench.pictures.raster.ColourImage;

/**
 * The paper of a picture, cut out.
 *
 * @param image nothing but paper and what is on it
 * @param left the picture's column at which it begins
 * @param top the picture's row at which it begins
 */
public record Sheet(ColourImage image, int left, int top) {
  /** All of a picture. */
  public static Sheet whole(ColourImage picture) {
    return new Sheet(picture, 0, 0);
  }

  Sheet cut(Paper paper) {
    return new Sheet(paper.cut(image), left + paper.box().left(), top + paper.box().top());
  }
}
