package org.aeworkbench.pictures.formats;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Unpacks a PNG's data row by row and undoes the filters (PNG specification, section 9). */
final class PngRows implements AutoCloseable {
  private final Inflater inflater;
  private final Iterator<ByteBuffer> data;
  private final int pixelBytes;
  private byte[] row = {};
  private byte[] above = {};

  /**
   * @param ofApple true if the zlib header is probably missing
   * @param pixelBytes of a whole pixel, at least 1
   */
  PngRows(List<ByteBuffer> data, boolean ofApple, int pixelBytes) {
    inflater = new Inflater(ofApple && !hasHeader(data));
    this.data = data.iterator();
    this.pixelBytes = pixelBytes;
  }

  /** A header of RFC 1950; no raw data begins like one. */
  private static boolean hasHeader(List<ByteBuffer> data) {
    ByteBuffer first = data.isEmpty() ? ByteBuffer.allocate(0) : data.getFirst();
    return first.remaining() >= 2 && (first.get(0) & 0xF) == 8 && first.getShort(0) % 31 == 0;
  }

  /** Rows of another length follow, with nothing above the first. */
  void startPass(int bytes) {
    row = new byte[bytes];
    above = new byte[bytes];
  }

  /**
   * The next row; valid until the one after it is read.
   *
   * @throws EOFException if there is none
   */
  byte[] next() throws IOException {
    byte[] last = above;
    above = row;
    row = last;
    byte[] filter = new byte[1];
    fill(filter);
    fill(row);
    switch (filter[0]) {
      case 0 -> {}
      case 1 -> sub();
      case 2 -> up();
      case 3 -> average();
      case 4 -> paeth();
      default -> throw new IOException("filter " + filter[0]);
    }
    return row;
  }

  /** Asks for the checksum of all rows, if the data goes so far. */
  void checkEnd() throws IOException {
    try {
      fill(new byte[1]);
    } catch (EOFException e) {
      // Cut off behind the last row.
    }
  }

  private void fill(byte[] bytes) throws IOException {
    int filled = 0;
    while (filled < bytes.length) {
      int inflated;
      try {
        inflated = inflater.inflate(bytes, filled, bytes.length - filled);
      } catch (DataFormatException e) {
        throw new IOException(e);
      }
      filled += inflated;
      if (inflated == 0) {
        if (!inflater.needsInput() || inflater.finished() || !data.hasNext()) {
          throw new EOFException();
        }
        inflater.setInput(data.next());
      }
    }
  }

  private void sub() {
    for (int i = pixelBytes; i < row.length; i++) {
      row[i] += row[i - pixelBytes];
    }
  }

  private void up() {
    for (int i = 0; i < row.length; i++) {
      row[i] += above[i];
    }
  }

  private void average() {
    for (int i = 0; i < row.length; i++) {
      int left = i < pixelBytes ? 0 : row[i - pixelBytes] & 0xFF;
      row[i] += (byte) (left + (above[i] & 0xFF) >> 1);
    }
  }

  private void paeth() {
    for (int i = 0; i < row.length; i++) {
      int left = i < pixelBytes ? 0 : row[i - pixelBytes] & 0xFF;
      int corner = i < pixelBytes ? 0 : above[i - pixelBytes] & 0xFF;
      row[i] += (byte) nearest(left, above[i] & 0xFF, corner);
    }
  }

  private static int nearest(int left, int up, int corner) {
    int toLeft = Math.abs(up - corner);
    int toUp = Math.abs(left - corner);
    int toCorner = Math.abs(left + up - 2 * corner);
    if (toLeft <= toUp && toLeft <= toCorner) {
      return left;
    }
    return toUp <= toCorner ? up : corner;
  }

  @Override
  public void close() {
    inflater.end();
  }
}
