package org.aeworkbench.imports.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.problem.ProblemException;
import org.aeworkbench.tables.TableReader;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a table are, by its first rows: pixels, and a label if a row is one longer.
 *
 * @param pixels how the numbers of a row lie
 * @param label column of the label; -1 for none
 * @param levels what the numbers mean
 * @param header true if the first row is one of names
 */
record TableLayout(PixelLayout pixels, int label, Levels levels, boolean header) {
  private static final Set<String> LABELS =
      Set.of("label", "labels", "class", "target", "y", "digit", "character", "emotion");

  /** Fields of a row. */
  int columns() {
    return pixels.size() + (label >= 0 ? 1 : 0);
  }

  /** The field of the first pixel. */
  int firstPixel() {
    return label == 0 ? 1 : 0;
  }

  /**
   * Looks at the first rows.
   *
   * @param name of the table, for messages
   * @param wanted shape that is asked for; null for any
   * @throws ProblemException if they are no images
   */
  static TableLayout of(
      TableReader table, List<TableReader.Row> rows, String name, @Nullable ImageShape wanted) {
    boolean header = isHeader(table, rows);
    if (rows.size() < (header ? 2 : 1)) {
      throw new ProblemException(name + " holds no rows of pixels.", "Choose another table.");
    }
    int columns = rows.get(header ? 1 : 0).fields().size();
    int named = header ? labelColumn(rows.getFirst().fields()) : -1;
    List<TableLayout> fitting = new ArrayList<>();
    if (named < 0) {
      add(fitting, columns, -1, wanted, header);
    }
    if (named == 0 || named == columns - 1) {
      add(fitting, columns - 1, named, wanted, header);
    } else {
      add(fitting, columns - 1, 0, wanted, header);
    }
    TableLayout layout =
        fitting.stream()
            .filter(one -> wanted != null && one.pixels().size() == wanted.size())
            .findFirst()
            .or(() -> fitting.stream().findFirst())
            .orElseThrow(() -> refused(name, columns));
    return new TableLayout(
        layout.pixels(), layout.label(), layout.guessed(table, rows), layout.header());
  }

  private static void add(
      List<TableLayout> all, int pixels, int label, @Nullable ImageShape wanted, boolean header) {
    Optional<PixelLayout> row = PixelLayout.ofRow(pixels, wanted);
    row.ifPresent(layout -> all.add(new TableLayout(layout, label, Levels.BYTES, header)));
  }

  private static ProblemException refused(String name, int columns) {
    return new ProblemException(
        name + " has rows of " + columns + " fields, which are no square of pixels.",
        "Say what the pixels of a row are with the image size, rows x columns x channels.");
  }

  /** A row of names: more than the label is no number. */
  private static boolean isHeader(TableReader table, List<TableReader.Row> rows) {
    return !rows.isEmpty()
        && rows.getFirst().fields().stream().filter(field -> !table.isNumber(field)).count() > 1;
  }

  private static int labelColumn(List<String> names) {
    for (int i = 0; i < names.size(); i++) {
      if (LABELS.contains(names.get(i).strip().toLowerCase(Locale.ROOT))) {
        return i;
      }
    }
    return -1;
  }

  private Levels guessed(TableReader table, List<TableReader.Row> rows) {
    Levels.Guess guess = new Levels.Guess();
    for (TableReader.Row row : rows.subList(header ? 1 : 0, rows.size())) {
      int last = Math.min(row.fields().size(), firstPixel() + pixels.size());
      for (int i = firstPixel(); i < last; i++) {
        if (table.isNumber(row.fields().get(i))) {
          guess.see(table.number(row, i, "" + (i + 1)));
        }
      }
    }
    return guess.levels();
  }
}
