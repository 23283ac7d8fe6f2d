package org.aeworkbench.imports.source;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aeworkbench.problem.ProblemException;

/**
 * What stands before the numbers of a NumPy array. Written anew from NumPy's description of the
 * format (NEP 1): eight bytes with the version, the length of the header, and a Python dictionary
 * of which only these three entries are looked for.
 *
 * @param columnsFirst true for Fortran's order: the first index changes quickest
 * @param shape sizes of all dimensions
 * @param bytes of the file before the numbers
 */
record NpyHeader(NpyType type, boolean columnsFirst, int[] shape, int bytes) {
  private static final int MOST_LETTERS = 1 << 16;
  private static final Pattern TYPE =
      Pattern.compile("'descr'\\s*:\\s*'([<>=|]?)([a-zA-Z])([0-9]*)");
  private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
  private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([0-9L,\\s]*)\\)");
  private static final Map<Character, String> SIZES =
      Map.of('u', "1248", 'i', "1248", 'f', "248", 'b', "1");
  private static final String TEXT_SIZES = "[1-9][0-9]{0,3}";
  private static final String REMEDY =
      "Save an array of whole numbers, fractions or truth values with numpy.save.";

  /**
   * Reads it.
   *
   * @param name stands in messages
   * @throws ProblemException if it is none, or of elements that are no numbers
   */
  static NpyHeader read(DataInputStream in, String name) throws IOException {
    byte[] magic = in.readNBytes(8);
    if (magic.length < 8
        || (magic[0] & 0xFF) != 0x93
        || !new String(magic, 1, 5, StandardCharsets.US_ASCII).equals("NUMPY")) {
      throw new ProblemException(name + " is no NumPy array.", REMEDY);
    }
    boolean old = magic[6] == 1;
    long length =
        old
            ? Short.toUnsignedLong(Short.reverseBytes(in.readShort()))
            : Integer.toUnsignedLong(Integer.reverseBytes(in.readInt()));
    if (length > MOST_LETTERS) {
      throw new ProblemException(name + " is no NumPy array of images.", REMEDY);
    }
    String text = new String(in.readNBytes((int) length), StandardCharsets.ISO_8859_1);
    Matcher type = TYPE.matcher(text);
    Matcher order = ORDER.matcher(text);
    Matcher shape = SHAPE.matcher(text);
    if (!type.find() || !order.find() || !shape.find()) {
      throw new ProblemException(name + " is a NumPy array of records or damaged.", REMEDY);
    }
    return new NpyHeader(
        type(type, name),
        order.group(1).equals("True"),
        shape(shape.group(1), name),
        magic.length + (old ? Short.BYTES : Integer.BYTES) + (int) length);
  }

  private static NpyType type(Matcher type, String name) {
    char kind = type.group(2).charAt(0);
    String size = type.group(3);
    if (kind == 'O') {
      throw new ProblemException(
          name + " holds pickled Python objects, which are programs: they are never run.", REMEDY);
    }
    ByteOrder byteOrder =
        type.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    if ((kind == 'U' || kind == 'S') && size.matches(TEXT_SIZES)) {
      int letters = Integer.parseInt(size);
      return new NpyType(kind, kind == 'U' ? Integer.BYTES * letters : letters, byteOrder);
    }
    String sizes = SIZES.get(kind);
    if (sizes == null || size.length() != 1 || !sizes.contains(size)) {
      throw new ProblemException(
          name + " holds elements of the type " + kind + size + ", which are no pixels.", REMEDY);
    }
    return new NpyType(kind, Integer.parseInt(size), byteOrder);
  }

  private static int[] shape(String text, String name) {
    try {
      return Arrays.stream(text.replace("L", "").split(","))
          .map(String::strip)
          .filter(size -> !size.isEmpty())
          .mapToInt(Integer::parseInt)
          .toArray();
    } catch (NumberFormatException e) {
      throw new ProblemException(name + " announces more than can be read.", REMEDY, e);
    }
  }

  /** Of how many images, or labels, it is an array. */
  int count() {
    return shape.length == 0 ? 0 : shape[0];
  }

  /** The sizes of one of them. */
  int[] item() {
    return shape.length == 0 ? shape : Arrays.copyOfRange(shape, 1, shape.length);
  }

  /** True for a number each. */
  boolean isColumn() {
    return shape.length == 1 || shape.length == 2 && shape[1] == 1;
  }
}
