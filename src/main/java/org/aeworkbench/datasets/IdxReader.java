package org.aeworkbench.datasets;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.aeworkbench.problem.ProblemException;

/**
 * Reads IDX files, plain or gzip: the format of MNIST and its relatives.
 *
 * <p>Header (big-endian): two zero bytes, the element type (0x08 = unsigned byte), the number of
 * dimensions, then the size of each dimension as an int. Source: the description on the MNIST page
 * by Y. LeCun. No header is believed: an absurd size is refused, and a large one allocated as the
 * data comes.
 */
public final class IdxReader {
  /** More than any data this workbench can train on: 1 000 000 images. */
  static final int MAX_ITEMS = 1_000_000;

  private static final int MAX_DIMENSIONS = 4;
  private static final int MAX_LABEL_COLUMNS = 10_000;
  private static final int BELIEVED_BYTES = 1 << 26;
  static final String GET_IMAGES = "Use an IDX file as MNIST's, gzip or plain.";
  private static final String GET_LABELS =
      "Use an IDX file as MNIST's, or move it away: labels are only shown.";

  /** What stands at the beginning. */
  record Header(IdxType type, int[] shape) {
    int count() {
      return shape[0];
    }

    /** Sizes of one item, for instance 28×28. */
    String item() {
      return Arrays.stream(shape, 1, shape.length)
          .mapToObj(String::valueOf)
          .collect(Collectors.joining("×"));
    }
  }

  private IdxReader() {}

  /**
   * Images of 28×28 pixels, one byte each.
   *
   * @return row-major pixels, image after image
   * @throws ProblemException if the file is not readable, no such IDX file, too short or too long
   */
  public static byte[] readImages(Path file) {
    return read(file, in -> images(in, file.toString()));
  }

  /**
   * Labels of any element type; see {@link IdxLabels}.
   *
   * @return a class an image, {@link Dataset#NO_LABEL} where there is none
   * @throws ProblemException if the file is not readable, no such IDX file, too short or too long
   */
  public static int[] readLabels(Path file) {
    return read(file, in -> labels(in, file.toString()));
  }

  /** Images from an open stream; {@code name} stands in error messages. */
  static byte[] images(InputStream raw, String name) throws IOException {
    InputStream in = unzipped(raw);
    Header header = header(in, name, "images", GET_IMAGES);
    if (header.shape().length == 1 || header.type() != IdxType.UNSIGNED_BYTE) {
      throw new ProblemException(name + " is not an IDX file of images.", GET_IMAGES);
    }
    if (!isDigit(header.shape())) {
      throw new ProblemException(
          name + " holds images of " + header.item() + " pixels, not 28×28.", GET_IMAGES);
    }
    return body(in, name, header.count() * Dataset.PIXELS);
  }

  /** Labels from an open stream; {@code name} stands in error messages. */
  public static int[] labels(InputStream raw, String name) throws IOException {
    InputStream in = unzipped(raw);
    Header header = header(in, name, "labels", GET_LABELS);
    int columns = header.shape().length == 1 ? 1 : header.shape()[1];
    if (header.shape().length > 2 || columns < 1 || columns > MAX_LABEL_COLUMNS) {
      throw new ProblemException(name + " is not an IDX file of labels.", GET_LABELS);
    }
    try {
      DataInputStream numbers = new DataInputStream(new BufferedInputStream(in, 1 << 16));
      int[] labels = IdxLabels.read(numbers, header.type(), header.count(), columns);
      if (numbers.read() >= 0) {
        throw new ProblemException(name + " is longer than its header says.", GET_LABELS);
      }
      return labels;
    } catch (IdxLabels.BadLabelException e) {
      throw new ProblemException(name + " holds " + e.getMessage() + ".", GET_LABELS, e);
    } catch (EOFException e) {
      throw new ProblemException(name + " is cut short.", GET_LABELS, e);
    }
  }

  /** 28×28, with or without a channel, or flat. */
  private static boolean isDigit(int[] shape) {
    int[] sizes = Arrays.stream(shape, 1, shape.length).filter(size -> size != 1).toArray();
    return Arrays.equals(sizes, new int[] {Dataset.ROWS, Dataset.COLUMNS})
        || Arrays.equals(sizes, new int[] {Dataset.PIXELS});
  }

  private interface Parser<T> {
    T parse(InputStream in) throws IOException;
  }

  private static <T> T read(Path file, Parser<T> parser) {
    try (InputStream in = Files.newInputStream(file)) {
      return parser.parse(in);
    } catch (NoSuchFileException e) {
      throw new ProblemException(file + " does not exist.", "Check the path.", e);
    } catch (ZipException | EOFException e) {
      throw new ProblemException(file + " is a damaged gzip file.", "Get the file again.", e);
    } catch (IOException e) {
      throw new ProblemException(
          file + " cannot be read.", "Check that it is a file you may read.", e);
    }
  }

  static InputStream unzipped(InputStream raw) throws IOException {
    BufferedInputStream in = new BufferedInputStream(raw, 1 << 16);
    in.mark(2);
    boolean gzip = in.read() == 0x1F && in.read() == 0x8B;
    in.reset();
    return gzip ? new GZIPInputStream(in, 1 << 16) : in;
  }

  static Header header(InputStream in, String name, String what, String remedy) throws IOException {
    byte[] magic = in.readNBytes(4);
    IdxType type =
        magic.length == 4 && magic[0] == 0 && magic[1] == 0
            ? IdxType.of(magic[2]).orElse(null)
            : null;
    int dimensions = type == null ? 0 : magic[3];
    if (type == null || dimensions < 1 || dimensions > MAX_DIMENSIONS) {
      throw new ProblemException(name + " is not an IDX file of " + what + ".", remedy);
    }
    ByteBuffer sizes = ByteBuffer.wrap(in.readNBytes(Integer.BYTES * dimensions));
    if (sizes.remaining() < Integer.BYTES * dimensions) {
      throw new ProblemException(name + " is not an IDX file of " + what + ".", remedy);
    }
    int[] shape = new int[dimensions];
    sizes.asIntBuffer().get(shape);
    if (shape[0] < 1 || shape[0] > MAX_ITEMS) {
      throw new ProblemException(
          name
              + " announces "
              + Integer.toUnsignedString(shape[0])
              + " "
              + what
              + ", 1 to "
              + MAX_ITEMS
              + " can be read.",
          remedy);
    }
    return new Header(type, shape);
  }

  private static byte[] body(InputStream in, String name, int length) throws IOException {
    // MNIST fits at once; a header that promises more gets it as it keeps its promise.
    byte[] bytes = new byte[Math.min(length, BELIEVED_BYTES)];
    int read = in.readNBytes(bytes, 0, bytes.length);
    while (read == bytes.length && read < length) {
      bytes = Arrays.copyOf(bytes, (int) Math.min(length, 2L * read));
      read += in.readNBytes(bytes, read, bytes.length - read);
    }
    if (read < length) {
      throw damaged(name, "is cut short: " + read + " of " + length + " bytes.");
    }
    if (in.read() >= 0) {
      throw damaged(name, "is longer than its header says (" + length + " bytes).");
    }
    return bytes;
  }

  private static ProblemException damaged(String name, String what) {
    return new ProblemException(name + " " + what, GET_IMAGES);
  }
}
