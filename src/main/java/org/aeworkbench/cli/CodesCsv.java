package org.aeworkbench.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.aeworkbench.files.Reason;
import org.aeworkbench.problem.ProblemException;

/**
 * Codes as CSV: a header ({@code image,label,c0,c1,…}), then a line a code. Read leniently: the
 * columns c0, c1, … count wherever they stand, and without a header all columns do.
 */
final class CodesCsv {
  /** More than the largest data set that can be encoded. */
  static final int MAX_ROWS = 1_000_000;

  private static final String REMEDY = "Use a file as the command encode writes it.";

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

  /**
   * Reads codes.
   *
   * @param dim numbers that every code must have
   * @throws ProblemException naming the line that is not as it has to be
   */
  static float[][] read(Path file, int dim) {
    List<float[]> codes = new ArrayList<>();
    try (BufferedReader in = Files.newBufferedReader(file)) {
      int[] columns = IntStream.range(0, dim).toArray();
      int width = dim;
      int number = 0;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        number++;
        List<String> fields = fields(line);
        if (line.isBlank()) {
          continue;
        }
        if (number == 1 && fields.contains("c0")) {
          columns = columns(fields, dim, file);
          width = fields.size();
          continue;
        }
        if (fields.size() != width) {
          throw wrong(file, number, fields.size() + " columns, " + width + " expected");
        }
        if (codes.size() == MAX_ROWS) {
          throw wrong(file, number, "more than " + MAX_ROWS + " codes");
        }
        codes.add(code(fields, columns, file, number));
      }
    } catch (NoSuchFileException e) {
      throw new ProblemException(file + " does not exist.", "Check the path.", e);
    } catch (CharacterCodingException e) {
      throw new ProblemException(file + " is no text file.", REMEDY, e);
    } catch (IOException e) {
      throw new ProblemException(
          file + " cannot be read: " + Reason.of(e) + ".", "Check that it is a file.", e);
    }
    if (codes.isEmpty()) {
      throw new ProblemException(file + " holds no codes.", REMEDY);
    }
    return codes.toArray(float[][]::new);
  }

  private static int[] columns(List<String> header, int dim, Path file) {
    int[] columns = IntStream.range(0, dim).map(i -> header.indexOf("c" + i)).toArray();
    long codes = header.stream().filter(name -> name.matches("c\\d+")).count();
    if (codes != dim || Arrays.stream(columns).anyMatch(column -> column < 0)) {
      throw new ProblemException(
          file + " holds codes of " + codes + " numbers, the model's have " + dim + ".",
          "Use the model that wrote them.");
    }
    return columns;
  }

  private static float[] code(List<String> fields, int[] columns, Path file, int line) {
    float[] code = new float[columns.length];
    for (int i = 0; i < code.length; i++) {
      String field = fields.get(columns[i]).strip();
      try {
        code[i] = Float.parseFloat(field);
      } catch (NumberFormatException e) {
        throw wrong(file, line, "\"" + shortened(field) + "\" is not a number");
      }
      if (!Float.isFinite(code[i])) {
        throw wrong(file, line, field + " is not a finite number");
      }
    }
    return code;
  }

  /** Fields may be in double quotes, within which a quote is doubled (RFC 4180). */
  private static List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        boolean doubled = quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
        if (doubled) {
          field.append(c);
          i++;
        } else {
          quoted = !quoted;
        }
      } else if (c == ',' && !quoted) {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString());
    return fields;
  }

  private static String quoted(String text) {
    return text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n')
        ? '"' + text.replace("\"", "\"\"") + '"'
        : text;
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }

  private static ProblemException wrong(Path file, int line, String what) {
    return new ProblemException(file + ", line " + line + ": " + what + ".", REMEDY);
  }
}
