package org.aeworkbench.datasets.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32C;

/**
 * The first bytes of a stored data set, little-endian; see ADR 40. Behind them, on a page of their
 * own, stand the training images, the test images, the labels of both (an int each; none at all if
 * no image has one) and the description as JSON.
 *
 * @param trainingBytes of all training images
 * @param testBytes of all test images
 * @param labelBytes of all labels
 * @param descriptionBytes of the description
 * @param tailChecksum CRC-32C of labels and description
 */
record DatasetHeader(
    long trainingBytes, long testBytes, long labelBytes, long descriptionBytes, int tailChecksum) {
  /** Where the images begin. */
  static final int IMAGES = 4096;

  private static final long MAGIC = 0x41544144_42574541L; // "AEWBDATA"
  private static final int VERSION = 1;
  private static final int LENGTH = 64;
  private static final int CHECKED = LENGTH - Integer.BYTES;

  long labels() {
    return IMAGES + trainingBytes + testBytes;
  }

  long description() {
    return labels() + labelBytes;
  }

  long fileBytes() {
    return description() + descriptionBytes;
  }

  void write(FileChannel channel) throws IOException {
    ByteBuffer buffer = buffer();
    buffer.putLong(MAGIC).putInt(VERSION).putInt(tailChecksum);
    buffer.putLong(trainingBytes).putLong(testBytes).putLong(labelBytes).putLong(descriptionBytes);
    buffer.putInt(CHECKED, checksum(buffer));
    buffer.rewind();
    writeAll(channel, buffer, 0);
  }

  /**
   * Reads it and compares it with the file's length.
   *
   * @throws IOException if it is none, or one of a whole file
   */
  static DatasetHeader read(FileChannel channel) throws IOException {
    ByteBuffer buffer = buffer();
    readAll(channel, buffer, 0);
    buffer.rewind();
    if (buffer.getLong() != MAGIC || buffer.getInt() != VERSION) {
      throw new IOException("no data set of this version");
    }
    int tail = buffer.getInt();
    DatasetHeader header =
        new DatasetHeader(
            buffer.getLong(), buffer.getLong(), buffer.getLong(), buffer.getLong(), tail);
    if (buffer.getInt(CHECKED) != checksum(buffer) || header.fileBytes() != channel.size()) {
      throw new IOException("the file is damaged");
    }
    return header;
  }

  static void readAll(FileChannel channel, ByteBuffer target, long from) throws IOException {
    long at = from;
    while (target.hasRemaining()) {
      int read = channel.read(target, at);
      if (read < 0) {
        throw new IOException("the file is cut short");
      }
      at += read;
    }
  }

  static void writeAll(FileChannel channel, ByteBuffer source, long to) throws IOException {
    long at = to;
    while (source.hasRemaining()) {
      at += channel.write(source, at);
    }
  }

  private static int checksum(ByteBuffer buffer) {
    CRC32C crc = new CRC32C();
    crc.update(buffer.duplicate().position(0).limit(CHECKED));
    return (int) crc.getValue();
  }

  private static ByteBuffer buffer() {
    return ByteBuffer.allocate(LENGTH).order(ByteOrder.LITTLE_ENDIAN);
  }
}
