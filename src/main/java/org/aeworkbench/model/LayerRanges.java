package org.aeworkbench.model;

import java.math.BigDecimal;
import org.aeworkbench.problem.UsageException;

/** What the numbers of a layer may be. */
final class LayerRanges {
  /** The most numbers between two layers: what still fits in memory for a tile of images. */
  static final int MAX_VALUES = 1 << 20;

  /** The most maps of a layer. */
  static final int MAX_FILTERS = 4096;

  /** The most rows or columns between two layers. */
  static final int MAX_MAP_SIDE = 1024;

  private LayerRanges() {}

  static void check(String what, int value, int most) {
    if (value < 1 || value > most) {
      throw new UsageException(
          value + " " + what + " are out of range.", "Choose 1 to " + most + ".");
    }
  }

  static void checkRate(double rate) {
    if (!(rate >= 0 && rate < 1)) {
      throw new UsageException(
          "The dropout rate " + rate + " is out of range.", "Choose 0 to below 1.");
    }
  }

  /** Shortest decimal without an exponent, that reads back as the same number. */
  static String text(double value) {
    return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
  }

  /** The most nearly square reshape of so many numbers that has more than one position, if any. */
  static String reshapeFor(int size) {
    int side = 1;
    for (int s = 2; s <= 16 && s * s <= size; s++) {
      if (size % (s * s) == 0) {
        side = s;
      }
    }
    return "reshape:" + size / (side * side) + ":" + side + ":" + side;
  }

  /** The maps that a layer needs. */
  static Shape.Maps maps(Shape input) {
    return switch (input) {
      case Shape.Maps maps -> maps;
      case Shape.Flat flat ->
          throw new UnfitLayerException(
              "needs maps, not " + flat.size() + " numbers in a row",
              "Put " + reshapeFor(flat.size()) + " before it.");
    };
  }

  /** A kernel from each map to each filter, and the filters' biases. */
  static long kernelParameters(Shape input, int filters) {
    return (maps(input).channels() * (long) (Layer.KERNEL * Layer.KERNEL) + 1) * filters;
  }
}
