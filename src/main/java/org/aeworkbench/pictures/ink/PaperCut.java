package org.aeworkbench.pictures.ink;

import org.aeworkbench.pictures.raster.Box;
import org.aeworkbench.pictures.raster.ColourImage;
import org.aeworkbench.pictures.raster.Distances;

/** Cuts a sheet out of a picture; what lies beside it within its box gets the sheet's colour. */
final class PaperCut {
  private final ColourImage picture;
  private final RegionMap map;

  PaperCut(ColourImage picture, RegionMap map) {
    this.picture = picture;
    this.map = map;
  }

  Paper paper(FlatRegion sheet) {
    int width = map.width();
    int height = map.height();
    float[] depth = Distances.toUnset(sheet.filled(), width, height);
    int inset = 2;
    int[] off = new int[depth.length];
    int[] queue = new int[depth.length];
    int count = 0;
    Box box = null;
    for (int i = 0; i < off.length; i++) {
      if (depth[i] > inset) {
        Box pixel = new Box(i % width, i / width, i % width + 1, i / width + 1);
        box = box == null ? pixel : box.union(pixel);
        if (map.regions().labels()[i] == sheet.piece().label()) {
          off[i] = map.smooth()[i];
          queue[count++] = i;
        }
      }
    }
    if (box == null) {
      return Paper.whole(picture);
    }
    spread(off, queue, count);
    for (int i = 0; i < off.length; i++) {
      off[i] = depth[i] > inset ? 0 : off[i];
    }
    return new Paper(grownToEdge(box), map.square(), width, off);
  }

  /** Gives every pixel the colour of the nearest one that has one, step by step. */
  private void spread(int[] colours, int[] queue, int count) {
    int width = map.width();
    for (int head = 0; head < count; head++) {
      int at = queue[head];
      int[] next = {
        at % width > 0 ? at - 1 : at,
        at % width < width - 1 ? at + 1 : at,
        at >= width ? at - width : at,
        at + width < colours.length ? at + width : at
      };
      for (int to : next) {
        if (colours[to] == 0) {
          colours[to] = colours[at];
          queue[count++] = to;
        }
      }
    }
  }

  private Box grownToEdge(Box box) {
    Box large = box.times(map.square(), picture.width(), picture.height());
    return new Box(
        large.left(),
        large.top(),
        box.right() == map.width() ? picture.width() : large.right(),
        box.bottom() == map.height() ? picture.height() : large.bottom());
  }
}
