package org.aeworkbench.tables;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.aeworkbench.files.Reason;
import org.aeworkbench.problem.ProblemException;

/**
 * Reads a table row by row, in whatever encoding and dialect it is. Holds one row at a time, and
 * refuses one that is absurdly long before it is held. Not thread-safe.
 */
public final class TableReader implements AutoCloseable {
  private static final int HEAD = 1 << 16;
  private static final int MAX_FIELDS = 50_000;
  private static final int MAX_FIELD = 1 << 16;
  private static final int MAX_ROW = 4 << 20;

  private final String name;
  private final String remedy;
  private final Dialect dialect;
  private final CsvReader<CsvRecord> csv;
  private final CloseableIterator<CsvRecord> records;
  private long lastLine;

  /**
   * A row.
   *
   * @param line of the file on which it begins, from 1
   * @param fields without their quotes; an empty one behind a last separator is left out
   * @param comment true for a line that begins with {@code #}, whose fields are what follows
   */
  public record Row(long line, List<String> fields, boolean comment) {}

  private TableReader(String name, String remedy, Dialect dialect, Reader text) {
    this.name = name;
    this.remedy = remedy;
    this.dialect = dialect;
    csv =
        CsvReader.builder()
            .fieldSeparator(dialect.separator())
            .commentStrategy(CommentStrategy.READ)
            .allowExtraCharsAfterClosingQuote(true)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .maxBufferSize(MAX_FIELD * 2)
            .build(
                CsvRecordHandler.of(
                    handler ->
                        handler
                            .maxFields(MAX_FIELDS)
                            .maxFieldSize(MAX_FIELD)
                            .maxRecordSize(MAX_ROW)),
                text);
    if (dialect.skippedLines() > 0) {
      csv.skipLines(dialect.skippedLines());
    }
    records = csv.iterator();
  }

  /**
   * Opens a table.
   *
   * @param remedy of every problem with its content, a sentence
   * @throws ProblemException if it is missing, cannot be read or is no text
   */
  public static TableReader open(Path file, String remedy) {
    try {
      return open(Files.newInputStream(file), file.toString(), remedy);
    } catch (NoSuchFileException e) {
      throw new ProblemException(file + " does not exist.", "Check the path.", e);
    } catch (IOException e) {
      throw unreadable(file.toString(), e);
    }
  }

  /**
   * Opens a table of any origin.
   *
   * @param raw closed with this, and if this fails
   * @param name stands in messages
   * @param remedy of every problem with its content, a sentence
   * @throws ProblemException if it cannot be read or is no text
   */
  public static TableReader open(InputStream raw, String name, String remedy) {
    try {
      InputStream in = new BufferedInputStream(raw, HEAD);
      in.mark(HEAD);
      byte[] head = in.readNBytes(HEAD - 1);
      in.reset();
      Optional<Encoding> encoding = Encoding.of(head);
      if (encoding.isEmpty()) {
        in.close();
        throw new ProblemException(name + " is no text file.", remedy);
      }
      int mark = encoding.get().mark();
      in.skipNBytes(mark);
      String start =
          new String(Arrays.copyOfRange(head, mark, head.length), encoding.get().charset());
      return new TableReader(
          name, remedy, Dialect.of(start), new InputStreamReader(in, encoding.get().decoder()));
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  /**
   * The next row that is not empty; empty at the end.
   *
   * @throws ProblemException naming the line that cannot be read
   */
  public Optional<Row> next() {
    try {
      while (records.hasNext()) {
        CsvRecord record = records.next();
        lastLine = record.getStartingLineNumber();
        Row row = row(record);
        if (!row.fields().isEmpty()) {
          return Optional.of(row);
        }
      }
      return Optional.empty();
    } catch (CsvParseException e) {
      throw wrong(
          lastLine + 1,
          "the line, or one soon after it, is too long, or a quote in it is not closed");
    } catch (UncheckedIOException e) {
      throw unreadable(name, Objects.requireNonNull(e.getCause()));
    }
  }

  private Row row(CsvRecord record) {
    if (record.isComment()) {
      List<String> fields =
          Arrays.stream(record.getField(0).strip().split("[,;\\t ]+")).map(String::strip).toList();
      return new Row(record.getStartingLineNumber(), fields, true);
    }
    List<String> fields = record.getFields();
    if (dialect.separator() == ' ') {
      fields = fields.stream().filter(field -> !field.isEmpty()).toList();
    } else if (fields.size() > 1 && fields.getLast().isBlank()) {
      fields = fields.subList(0, fields.size() - 1);
    }
    boolean blank = fields.stream().allMatch(String::isBlank);
    return new Row(record.getStartingLineNumber(), blank ? List.of() : fields, false);
  }

  /**
   * A number of a row.
   *
   * @param column for people, what stands in it
   * @throws ProblemException naming line, column and what stands there instead
   */
  public float number(Row row, int field, String column) {
    String text = row.fields().get(field).strip();
    float number;
    try {
      number = dialect.number(text);
    } catch (NumberFormatException e) {
      throw wrong(
          row.line(),
          (text.isEmpty() ? "nothing" : "\"" + shortened(text) + "\"")
              + " in column "
              + column
              + " is not a number");
    }
    if (!Float.isFinite(number)) {
      throw wrong(row.line(), text + " in column " + column + " is not a finite number");
    }
    return number;
  }

  /** True if a field is a number. */
  public boolean isNumber(String field) {
    try {
      dialect.number(field);
      return true;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /** For people, what separates the fields: {@code commas}. */
  public String separators() {
    return dialect.separators();
  }

  /** A problem with a line of the file. */
  public ProblemException wrong(long line, String what) {
    return new ProblemException(name + ", line " + line + ": " + what + ".", remedy);
  }

  @Override
  public void close() {
    try {
      csv.close();
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }

  private static ProblemException unreadable(String name, IOException e) {
    return new ProblemException(
        name + " cannot be read: " + Reason.of(e) + ".", "Check that it is a file.", e);
  }
}
