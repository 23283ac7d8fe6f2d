package org.aeworkbench.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.aeworkbench.tables.TableReader;

/**
 * Where in a row the numbers of a code stand.
 *
 * @param fields for each number its field
 * @param width fields of a row
 */
record CodeColumns(int[] fields, int width) {
  private static final Set<String> NOT_NUMBERS =
      Set.of(
          "", "image", "label", "index", "name", "file", "filename", "class", "id", "unnamed: 0");

  /**
   * What a header says: the columns c0, c1, … or 0, 1, … wherever they stand, or else all but those
   * of names, labels and indices.
   *
   * @return empty if it is no header of codes of so many numbers
   */
  static Optional<CodeColumns> ofHeader(List<String> header, int dim, TableReader table) {
    List<String> names =
        header.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
    for (String prefix : new String[] {"c", ""}) {
      int[] fields = IntStream.range(0, dim).map(i -> names.indexOf(prefix + i)).toArray();
      boolean all = IntStream.of(fields).allMatch(field -> field >= 0);
      boolean more = names.contains(prefix + dim);
      // One column called 0 could as well be a number.
      if (all && !more && (prefix.equals("c") || dim > 1 || names.size() > 1)) {
        return Optional.of(new CodeColumns(fields, names.size()));
      }
    }
    List<Integer> rest = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      if (!NOT_NUMBERS.contains(names.get(i))) {
        rest.add(i);
      }
    }
    boolean words =
        names.stream().noneMatch(name -> table.isNumber(name) || name.matches("c[0-9]+"));
    return words && rest.size() == dim
        ? Optional.of(
            new CodeColumns(rest.stream().mapToInt(Integer::intValue).toArray(), names.size()))
        : Optional.empty();
  }

  /**
   * Without a header: all fields, or all but names, labels and indices before them.
   *
   * @return empty if a row cannot be a code of so many numbers
   */
  static Optional<CodeColumns> ofRow(List<String> row, int dim, TableReader table) {
    int before = row.size() - dim;
    boolean fits =
        switch (before) {
          case 0 -> true;
          case 1 -> !table.isNumber(row.getFirst()) || row.getFirst().strip().matches("[01]");
          case 2 -> !table.isNumber(row.getFirst()) || row.get(1).strip().matches("[0-9]{1,3}");
          default -> false;
        };
    return fits
        ? Optional.of(new CodeColumns(IntStream.range(before, row.size()).toArray(), row.size()))
        : Optional.empty();
  }
}
