package org.aeworkbench.datasets;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import org.aeworkbench.problem.ProblemException;

/**
 * Reads IDX files, plain or gzip: the format of MNIST and its relatives.
 *
 * <p>Header (big-endian): two zero bytes, the element type (0x08 = unsigned byte), the number of
 * dimensions, then the size of each dimension as an int. Source: the description on the MNIST page
 * by Y. LeCun. No header is believed: an absurd size is refused.
 */
public final class IdxReader {
  /** More than any data this workbench can train on: 1 000 000 images. */
  static final int MAX_ITEMS = 1_000_000;

  private static final int MAX_DIMENSIONS = 4;
  private static final int MAX_LABEL_COLUMNS = 10_000;
  static final String GET_IMAGES = "Use an IDX file as MNIST's, gzip or plain.";
  private static final String GET_LABELS =
      "Use an IDX file as MNIST's, or move it away: labels are only shown.";

  /** What stands at the beginning. */
  record Header(IdxType type, int[] shape) {
    int count() {
      return shape[0];
    }
  }

  private IdxReader() {}

  /**
   * Labels of any element type; see {@link IdxLabels}.
   *
   * @param raw gzip or plain; stays open
   * @param name stands in messages
   * @return a class an image, {@link Dataset#NO_LABEL} where there is none
   * @throws ProblemException if it is no such IDX file, too short or too long
   */
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
}
