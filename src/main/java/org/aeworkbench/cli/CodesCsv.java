package org.aeworkbench.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Writes codes as CSV: a header ({@code image,label,c0,c1,…}), then a line a code. {@link
 * CodesReader} reads it.
 *
 * @param labels true for a column of labels
 * @param dim numbers of a code
 */
record CodesCsv(boolean labels, int dim) {
  /**
   * A line.
   *
   * @param image number or file name
   * @param label 0 or more, or below 0 for none, which leaves its field empty
   * @param code the numbers
   */
  record Row(String image, int label, float[] code) {}

  static Writer writer(OutputStream out) {
    return new OutputStreamWriter(out, StandardCharsets.UTF_8);
  }

  void writeHeader(Writer out) throws IOException {
    out.write(labels ? "image,label" : "image");
    for (int i = 0; i < dim; i++) {
      out.write(",c" + i);
    }
    out.write('\n');
  }

  void write(Row row, Writer out) throws IOException {
    StringBuilder line = new StringBuilder(quoted(row.image()));
    if (labels) {
      line.append(',').append(row.label() < 0 ? "" : row.label());
    }
    for (float number : row.code()) {
      line.append(',').append(number);
    }
    out.append(line.append('\n'));
  }

  private static String quoted(String text) {
    return text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
            || text.startsWith("#")
            || !text.equals(text.strip())
        ? '"' + text.replace("\"", "\"\"") + '"'
        : text;
  }
}
