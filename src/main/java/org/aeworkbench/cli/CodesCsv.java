package org.aeworkbench.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Writes codes as CSV: a header ({@code image,label,c0,c1,…}), then a line a code. {@link
 * CodesReader} reads it.
 */
final class CodesCsv {
  private CodesCsv() {}

  /**
   * A line.
   *
   * @param image number or file name
   * @param label 0…9, only written if the file has labels
   * @param code the numbers
   */
  record Row(String image, int label, float[] code) {}

  static Writer writer(OutputStream out) {
    return new OutputStreamWriter(out, StandardCharsets.UTF_8);
  }

  static void writeHeader(boolean labels, int dim, Writer out) throws IOException {
    out.write(labels ? "image,label" : "image");
    for (int i = 0; i < dim; i++) {
      out.write(",c" + i);
    }
    out.write('\n');
  }

  static void write(Row row, boolean labels, Writer out) throws IOException {
    StringBuilder line = new StringBuilder(quoted(row.image()));
    if (labels) {
      line.append(',').append(row.label());
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
