package org.aeworkbench.datasets;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.aeworkbench.problem.ProblemException;

/**
 * Reads IDX files of unsigned bytes, plain or gzip: the format of MNIST and its relatives.
 *
 * <p>Header (big-endian): two zero bytes, the element type (0x08 = unsigned byte), the number of
 * dimensions, then the size of each dimension as an int. Source: the description on the MNIST page
 * by Y. LeCun. No header is believed: an absurd size is refused, and a large one allocated as the
 * data comes.
 */
public final class IdxReader {
  /** More than any data this workbench can train on: 1 000 000 images. */
  static final int MAX_ITEMS = 1_000_000;

  private static final int UNSIGNED_BYTE = 0x08;
  private static final int BELIEVED_BYTES = 1 << 26;

  private IdxReader() {}

  /**
   * Images of 28×28 pixels.
   *
   * @return row-major pixels, image after image
   * @throws ProblemException if the file is not readable, no such IDX file, too short or too long
   */
  public static byte[] readImages(Path file) {
    return read(file, in -> images(in, file.toString()));
  }

  /**
   * Labels 0…9.
   *
   * @throws ProblemException if the file is not readable, no such IDX file, too short or too long
   */
  public static byte[] readLabels(Path file) {
    return read(file, in -> labels(in, file.toString()));
  }

  /** Images from an open stream; {@code name} stands in error messages. */
  static byte[] images(InputStream raw, String name) throws IOException {
    InputStream in = unzipped(raw);
    int[] shape = header(in, name, 3, "images");
    if (shape[1] != Dataset.ROWS || shape[2] != Dataset.COLUMNS) {
      throw damaged(name, "holds images of " + shape[1] + "×" + shape[2] + " pixels, not 28×28.");
    }
    return body(in, name, shape[0] * Dataset.PIXELS);
  }

  /** Labels from an open stream; {@code name} stands in error messages. */
  static byte[] labels(InputStream raw, String name) throws IOException {
    InputStream in = unzipped(raw);
    byte[] labels = body(in, name, header(in, name, 1, "labels")[0]);
    for (byte label : labels) {
      if (label < 0 || label > 9) {
        throw damaged(name, "holds the label " + (label & 0xFF) + ", labels are 0 to 9.");
      }
    }
    return labels;
  }

  private interface Parser {
    byte[] parse(InputStream in) throws IOException;
  }

  private static byte[] read(Path file, Parser parser) {
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

  private static InputStream unzipped(InputStream raw) throws IOException {
    BufferedInputStream in = new BufferedInputStream(raw, 1 << 16);
    in.mark(2);
    boolean gzip = in.read() == 0x1F && in.read() == 0x8B;
    in.reset();
    return gzip ? new GZIPInputStream(in, 1 << 16) : in;
  }

  private static int[] header(InputStream in, String name, int dimensions, String what)
      throws IOException {
    ByteBuffer header = ByteBuffer.wrap(in.readNBytes(4 + 4 * dimensions));
    if (header.limit() < 4
        || header.getShort() != 0
        || header.get() != UNSIGNED_BYTE
        || header.get() != dimensions
        || header.remaining() < 4 * dimensions) {
      throw damaged(name, "is not an IDX file of " + what + ".");
    }
    int[] shape = new int[dimensions];
    for (int i = 0; i < dimensions; i++) {
      shape[i] = header.getInt();
    }
    if (shape[0] < 1 || shape[0] > MAX_ITEMS) {
      throw damaged(
          name,
          "announces "
              + Integer.toUnsignedString(shape[0])
              + " "
              + what
              + ", 1 to "
              + MAX_ITEMS
              + " can be read.");
    }
    return shape;
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
    return new ProblemException(name + " " + what, "Use an IDX file as MNIST's, gzip or plain.");
  }
}
