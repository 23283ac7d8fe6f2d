package org.aeworkbench.tables;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * How the lines of a table are to be read.
 *
 * @param separator between fields; a space stands for any number of them
 * @param skippedLines at the start, that only say which separator it is
 */
record Dialect(char separator, int skippedLines) {
  private static final char[] SEPARATORS = {',', ';', '\t', ' '};
  private static final int SAMPLE = 40;

  /**
   * Recognises a dialect: by a line {@code sep=;}, else by which separator leaves most numbers.
   *
   * @param text the start of the table; its last line may be cut off
   */
  static Dialect of(String text) {
    List<String> lines = text.lines().filter(Predicate.not(String::isBlank)).limit(SAMPLE).toList();
    String first = lines.isEmpty() ? "" : lines.getFirst().strip().toLowerCase(Locale.ROOT);
    if (first.matches("\"?sep=.\"?") || first.equals("sep=")) {
      String unquoted = lines.getFirst().strip().replace("\"", "");
      int lineNumber = (int) text.lines().takeWhile(String::isBlank).count() + 1;
      return new Dialect(unquoted.length() > 4 ? unquoted.charAt(4) : '\t', lineNumber);
    }
    char best = ',';
    int most = -1;
    for (char separator : SEPARATORS) {
      int numbers = 0;
      for (String line : lines) {
        if (!line.startsWith("#")) {
          numbers += numbers(line, separator);
        }
      }
      if (numbers > most) {
        most = numbers;
        best = separator;
      }
    }
    return new Dialect(best, 0);
  }

  /**
   * A number as it stands in such a table: with a decimal comma where that is no separator.
   *
   * @throws NumberFormatException if it is none
   */
  float number(String field) {
    String text = field.strip();
    return Float.parseFloat(separator == ',' ? text : text.replace(',', '.'));
  }

  /** For people: {@code commas}. */
  String separators() {
    return switch (separator) {
      case ',' -> "commas";
      case ';' -> "semicolons";
      case '\t' -> "tabs";
      case ' ' -> "spaces";
      default -> "\"" + separator + "\"";
    };
  }

  private static int numbers(String line, char separator) {
    Dialect dialect = new Dialect(separator, 0);
    int numbers = 0;
    for (String field :
        line.split(separator == ' ' ? " +" : java.util.regex.Pattern.quote("" + separator))) {
      try {
        dialect.number(field.replace("\"", ""));
        numbers++;
      } catch (NumberFormatException e) {
        // A header, a name, or another separator.
      }
    }
    return numbers;
  }
}
