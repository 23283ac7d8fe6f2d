package org.aeworkbench.pictures.ink;

import java.util.Arrays;
import java.util.List;
import org.aeworkbench.pictures.raster.ColourImage;
import org.aeworkbench.pictures.raster.MedianFilter;
import org.aeworkbench.pictures.raster.Pieces;

/**
 * A small picture parted where colours jump and not where light falls off, by region growing (Adams
 * and Bischof 1994) after a median has taken its thin strokes out.
 *
 * @param width of the small picture
 * @param height of the small picture
 * @param square one of its pixels is the mean over so many of the picture's, squared
 * @param smooth its colours without thin strokes
 * @param regions in which colours change but slowly
 * @param marked pixels that stand out from their surroundings
 */
record RegionMap(
    int width, int height, int square, int[] smooth, Pieces regions, boolean[] marked) {
  private static final int SIDE = 256;
  private static final int JUMP = 9;
  private static final int MARK = 20;

  static RegionMap of(ColourImage picture) {
    ColourImage small = picture.within(SIDE);
    int[] smooth = smooth(small);
    Pieces regions =
        Pieces.linked(
            small.width(), small.height(), (a, b) -> MeanColour.apart(smooth[a], smooth[b]) < JUMP);
    boolean[] marked = new boolean[smooth.length];
    for (int i = 0; i < marked.length; i++) {
      marked[i] = MeanColour.apart(small.argb()[i], smooth[i]) > MARK;
    }
    int square = ColourImage.square(picture.width(), picture.height(), SIDE);
    return new RegionMap(small.width(), small.height(), square, smooth, regions, marked);
  }

  int pixels() {
    return smooth.length;
  }

  /** The regions of more than so many pixels. */
  List<FlatRegion> larger(int area) {
    return regions.list().stream()
        .filter(piece -> piece.area() > area)
        .map(piece -> FlatRegion.of(regions, piece, marked))
        .toList();
  }

  int mean(Pieces.Piece piece) {
    MeanColour mean = new MeanColour();
    for (int i = 0; i < smooth.length; i++) {
      if (regions.labels()[i] == piece.label()) {
        mean.add(smooth[i]);
      }
    }
    return mean.rgb();
  }

  private static int[] smooth(ColourImage image) {
    int radius = Math.max(2, Math.round(0.014f * Math.max(image.width(), image.height())));
    int[] smooth = new int[image.argb().length];
    Arrays.fill(smooth, 0xFF000000);
    if (image.isGrey()) {
      float[] levels = MedianFilter.of(image.channel(0), radius).values();
      for (int i = 0; i < smooth.length; i++) {
        smooth[i] |= Math.round(levels[i] * 255) * 0x010101;
      }
      return smooth;
    }
    for (int shift = 0; shift <= 16; shift += 8) {
      float[] channel = MedianFilter.of(image.channel(shift), radius).values();
      for (int i = 0; i < smooth.length; i++) {
        smooth[i] |= Math.round(channel[i] * 255) << shift;
      }
    }
    return smooth;
  }
}
