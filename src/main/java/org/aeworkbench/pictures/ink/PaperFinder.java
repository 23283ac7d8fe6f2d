package org.aeworkbench.pictures.ink;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.aeworkbench.pictures.raster.ColourImage;

/**
 * Finds the sheet on a desk, the page within a scanner's black margin, the card on a ground of
 * another colour: of the regions of a {@link RegionMap} the largest one that is a written sheet to
 * {@link SheetJudge}, or else a bare one.
 */
public final class PaperFinder {
  private static final int SMALLEST = 64;
  private static final int NARROWEST = 32;

  private PaperFinder() {}

  /** Nothing but the paper: cut to its box, what was beside it in its colour. */
  public static Sheet sheet(ColourImage picture) {
    Sheet sheet = Sheet.whole(picture);
    // A page can lie within a scanner's margin and that on a desk; deeper is no picture of a digit.
    for (int depth = 0; depth < 2; depth++) {
      ColourImage image = sheet.image();
      if (Math.max(image.width(), image.height()) < SMALLEST) {
        return sheet;
      }
      Paper paper = find(image);
      if (paper.isAllOf(image)) {
        return sheet;
      }
      sheet = sheet.cut(paper);
    }
    return sheet;
  }

  private static Paper find(ColourImage picture) {
    RegionMap map = RegionMap.of(picture);
    if (Math.min(map.width(), map.height()) < NARROWEST) {
      return Paper.whole(picture);
    }
    List<FlatRegion> large = map.larger(map.pixels() / 50);
    SheetJudge judge = new SheetJudge(map, large);
    Optional<FlatRegion> written =
        large.stream().filter(judge::isWritten).max(Comparator.comparingInt(FlatRegion::area));
    return written
        .or(() -> large.stream().filter(judge::isEmptySheet).findFirst())
        .map(new PaperCut(picture, map)::paper)
        .orElseGet(() -> Paper.whole(picture));
  }
}
