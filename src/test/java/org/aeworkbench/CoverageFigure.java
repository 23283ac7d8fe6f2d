package org.aeworkbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What {@code mvn verify} ends with: the share of the lines that the tests have run. JaCoCo itself
 * only writes it into its report.
 */
final class CoverageFigure {
  private CoverageFigure() {}

  /**
   * @param csv JaCoCo's table, a line for each class
   * @throws IllegalArgumentException if it has no columns of lines
   */
  static String of(List<String> csv) {
    List<String> columns = List.of(csv.getFirst().split(","));
    int missedColumn = columns.indexOf("LINE_MISSED");
    int coveredColumn = columns.indexOf("LINE_COVERED");
    if (missedColumn < 0 || coveredColumn < 0) {
      throw new IllegalArgumentException("no columns of lines: " + csv.getFirst());
    }
    long missed = 0;
    long covered = 0;
    for (String line : csv.subList(1, csv.size())) {
      String[] values = line.split(",");
      missed += Long.parseLong(values[missedColumn]);
      covered += Long.parseLong(values[coveredColumn]);
    }
    return String.format(
        Locale.ROOT,
        "Line coverage %.1f %%: %d of %d lines, the engine's kernels (package vector) not counted.",
        100.0 * covered / Math.max(1, covered + missed),
        covered,
        covered + missed);
  }

  /** The argument is the table; where no tests were run there is none. */
  public static void main(String[] arguments) throws IOException {
    Path csv = Path.of(arguments[0]);
    if (Files.exists(csv)) {
      System.out.println(of(Files.readAllLines(csv)));
    }
  }
}
