package org.aeworkbench.imports.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.tables.TableReader;
import org.jspecify.annotations.Nullable;

/** The rows of tables in their order. */
final class TableItems implements Items {
  /** By so many it is known what the columns are. */
  private static final int FIRST_ROWS = 200;

  private final TableSource source;
  private final List<TableSource.Step> steps;
  private final @Nullable ImageShape wanted;
  private final long most;
  private final Deque<TableReader.Row> first = new ArrayDeque<>();
  private final Map<String, Integer> names = new LinkedHashMap<>();
  private int step;
  private long given;
  private @Nullable Open open;

  private record Open(TableReader table, TableLayout layout, boolean named) {}

  /**
   * @param most so many rows at most
   */
  TableItems(
      TableSource source, List<TableSource.Step> steps, @Nullable ImageShape wanted, long most) {
    this.source = source;
    this.steps = steps;
    this.wanted = wanted;
    this.most = most;
  }

  @Override
  public long count() {
    return -1;
  }

  @Override
  public @Nullable Item next() {
    while (given < most && step < steps.size()) {
      Open now = open == null ? opened() : open;
      TableReader.Row row = first.isEmpty() ? now.table().next().orElse(null) : first.remove();
      if (row == null) {
        close();
        step++;
      } else if (!row.comment()) {
        given++;
        return item(now, row);
      }
    }
    return null;
  }

  private Item item(Open now, TableReader.Row row) {
    TableLayout layout = now.layout();
    TableReader table = now.table();
    String name = "line " + row.line();
    int label =
        layout.label() < 0 || layout.label() >= row.fields().size()
            ? Dataset.NO_LABEL
            : label(now, row.fields().get(layout.label()).strip());
    Content.Row content =
        () -> {
          if (row.fields().size() != layout.columns()) {
            throw table.wrong(
                row.line(),
                row.fields().size() + " fields, the rows before have " + layout.columns());
          }
          byte[] pixels = new byte[layout.pixels().size()];
          for (int i = 0; i < pixels.length; i++) {
            int field = layout.firstPixel() + i;
            pixels[i] = layout.levels().level(table.number(row, field, "" + (field + 1)), name);
          }
          return layout.pixels().pixels(pixels);
        };
    return new Item(name, steps.get(step).part(), label, content);
  }

  /** A whole number, or the number of a name in the order of appearance. */
  private int label(Open now, String text) {
    if (now.named()) {
      return text.isEmpty() ? Dataset.NO_LABEL : names.computeIfAbsent(text, t -> names.size());
    }
    if (!now.table().isNumber(text)) {
      return Dataset.NO_LABEL;
    }
    double number = Double.parseDouble(text.replace(',', '.'));
    return number >= 0 && number == Math.rint(number) && number < 1e9
        ? (int) number
        : Dataset.NO_LABEL;
  }

  private Open opened() {
    TableReader table = source.open(steps.get(step));
    List<TableReader.Row> rows = new ArrayList<>();
    while (rows.size() < FIRST_ROWS) {
      TableReader.Row row = table.next().orElse(null);
      if (row == null) {
        break;
      }
      if (!row.comment()) {
        rows.add(row);
      }
    }
    String name = source.describe(steps.get(step));
    TableLayout layout = TableLayout.of(table, rows, name, wanted);
    List<TableReader.Row> body = rows.subList(layout.header() ? 1 : 0, rows.size());
    boolean named =
        layout.label() >= 0
            && body.stream()
                .filter(row -> row.fields().size() > layout.label())
                .anyMatch(row -> !table.isNumber(row.fields().get(layout.label())));
    first.addAll(body);
    Open now = new Open(table, layout, named);
    open = now;
    return now;
  }

  @Override
  public List<String> classes() {
    return List.copyOf(names.keySet());
  }

  @Override
  public void close() {
    if (open != null) {
      open.table().close();
      open = null;
    }
  }
}
