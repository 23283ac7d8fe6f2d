package org.aeworkbench.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.aeworkbench.problem.ProblemException;
import org.aeworkbench.tables.TableReader;
import org.aeworkbench.tables.TableReader.Row;
import org.jspecify.annotations.Nullable;

/** Reads codes from a table one by one; what the command encode writes, and much else. */
final class CodesReader implements AutoCloseable {
  private static final String REMEDY = "Use a file as the command encode writes it.";

  private final Path file;
  private final int dim;
  private final TableReader table;
  private @Nullable CodeColumns columns;
  private boolean first = true;

  /**
   * @param dim numbers that every code must have
   * @throws ProblemException if the file is missing, cannot be read or is no text
   */
  CodesReader(Path file, int dim) {
    this.file = file;
    this.dim = dim;
    table = TableReader.open(file, REMEDY);
  }

  /**
   * The next code; empty at the end.
   *
   * @throws ProblemException naming the line that is not as it has to be
   */
  Optional<float[]> next() {
    for (Optional<Row> row = table.next(); row.isPresent(); row = table.next()) {
      if (columns == null && row.get().comment()) {
        columns = CodeColumns.ofHeader(row.get().fields(), dim, table).orElse(null);
      } else if (!row.get().comment() && !(first && isHeader(row.get()))) {
        first = false;
        return Optional.of(code(row.get()));
      } else if (!row.get().comment()) {
        first = false;
      }
    }
    return Optional.empty();
  }

  private boolean isHeader(Row row) {
    Optional<CodeColumns> header = CodeColumns.ofHeader(row.fields(), dim, table);
    if (header.isPresent()) {
      columns = header.get();
      return true;
    }
    boolean numbered = row.fields().stream().anyMatch(name -> name.strip().matches("[cC][0-9]+"));
    if (numbered) {
      long codes = row.fields().stream().filter(name -> name.strip().matches("[cC][0-9]+")).count();
      throw new ProblemException(
          file
              + " holds codes of "
              + codes
              + (codes == 1 ? " number" : " numbers")
              + ", the model's have "
              + dim
              + ".",
          "Use the model that wrote them.");
    }
    return false;
  }

  private float[] code(Row row) {
    int fields = row.fields().size();
    CodeColumns known = columns;
    if (known == null) {
      known =
          CodeColumns.ofRow(row.fields(), dim, table)
              .orElseThrow(
                  () ->
                      table.wrong(
                          row.line(),
                          fields
                              + (fields == 1 ? " field" : " fields")
                              + " between "
                              + table.separators()
                              + ", the model's codes have "
                              + dim
                              + " numbers"));
      columns = known;
    }
    if (fields != known.width()) {
      throw table.wrong(
          row.line(),
          fields
              + (fields == 1 ? " field" : " fields")
              + " between "
              + table.separators()
              + ", the lines before have "
              + known.width());
    }
    float[] code = new float[dim];
    for (int i = 0; i < dim; i++) {
      code[i] = table.number(row, known.fields()[i], "c" + i);
    }
    return code;
  }

  @Override
  public void close() {
    table.close();
  }
}
