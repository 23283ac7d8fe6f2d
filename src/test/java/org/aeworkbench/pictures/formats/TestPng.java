package org.aeworkbench.pictures.formats;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes PNG files of all kinds, damaged ones too. */
final class TestPng {
  private static final int[][] ADAM7 = {
    {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
  };

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);

  TestPng() {
    write(() -> out.writeLong(0x89504E470D0A1A0AL));
  }

  /** The chunk that begins a file. */
  TestPng header(int width, int height, int bits, int type, boolean interlaced) {
    byte[] rest = {(byte) bits, (byte) type, 0, 0, (byte) (interlaced ? 1 : 0)};
    return chunk("IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height).put(rest).array());
  }

  TestPng chunk(String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 checksum = new CRC32();
    checksum.update(name);
    checksum.update(data);
    write(
        () -> {
          out.writeInt(data.length);
          out.write(name);
          out.write(data);
          out.writeInt((int) checksum.getValue());
        });
    return this;
  }

  byte[] end() {
    return chunk("IEND", new byte[0]).file();
  }

  byte[] file() {
    return bytes.toByteArray();
  }

  /**
   * Rows, filtered by turns with each of the five filters, and packed.
   *
   * @param samples [row][pixel · channels]
   * @param raw true for Apple's: no zlib header
   */
  static byte[] data(int[][] samples, int channels, int bits, boolean interlaced, boolean raw) {
    ByteArrayOutputStream rows = new ByteArrayOutputStream();
    int width = samples[0].length / channels;
    int filter = 0;
    for (int[] pass : interlaced ? ADAM7 : new int[][] {{0, 0, 1, 1}}) {
      byte[] above = null;
      for (int y = pass[1]; y < samples.length && pass[0] < width; y += pass[3]) {
        byte[] row = packed(samples[y], channels, bits, pass[0], pass[2]);
        above = above == null ? new byte[row.length] : above;
        rows.write(filter);
        rows.writeBytes(filtered(row, above, Math.max(1, channels * bits / 8), filter));
        filter = (filter + 1) % 5;
        above = row;
      }
    }
    Deflater deflater = new Deflater(6, raw);
    deflater.setInput(rows.toByteArray());
    deflater.finish();
    byte[] packed = new byte[rows.size() + 1000];
    int length = deflater.deflate(packed);
    deflater.end();
    return java.util.Arrays.copyOf(packed, length);
  }

  private static byte[] packed(int[] samples, int channels, int bits, int first, int apart) {
    int width = samples.length / channels;
    int pixels = (width - first + apart - 1) / apart;
    byte[] row = new byte[(pixels * channels * bits + 7) / 8];
    int bit = 0;
    for (int x = first; x < width; x += apart) {
      for (int c = 0; c < channels; c++) {
        int sample = samples[x * channels + c];
        for (int b = bits - 1; b >= 0; b--, bit++) {
          row[bit / 8] |= (byte) ((sample >> b & 1) << 7 - bit % 8);
        }
      }
    }
    return row;
  }

  private static byte[] filtered(byte[] row, byte[] above, int back, int filter) {
    byte[] filtered = new byte[row.length];
    for (int i = 0; i < row.length; i++) {
      int left = i < back ? 0 : row[i - back] & 0xFF;
      int up = above[i] & 0xFF;
      int corner = i < back ? 0 : above[i - back] & 0xFF;
      int guess =
          switch (filter) {
            case 1 -> left;
            case 2 -> up;
            case 3 -> (left + up) / 2;
            case 4 -> paeth(left, up, corner);
            default -> 0;
          };
      filtered[i] = (byte) (row[i] - guess);
    }
    return filtered;
  }

  private static int paeth(int left, int up, int corner) {
    int p = left + up - corner;
    int toLeft = Math.abs(p - left);
    int toUp = Math.abs(p - up);
    int toCorner = Math.abs(p - corner);
    return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
  }

  private interface Write {
    void run() throws IOException;
  }

  private static void write(Write write) {
    try {
      write.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
