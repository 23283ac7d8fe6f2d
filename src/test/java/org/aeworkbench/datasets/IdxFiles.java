package org.aeworkbench.datasets;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Makes IDX files. */
public final class IdxFiles {
  private IdxFiles() {}

  /** Images of 28×28 pixels, all of a grey. */
  public static byte[] images(int count, int grey) {
    return file(0x08, grey, count, Dataset.ROWS, Dataset.COLUMNS);
  }

  /** Labels as MNIST's. */
  public static byte[] labels(int... labels) throws IOException {
    return file(
        0x08,
        out -> {
          for (int label : labels) {
            out.writeByte(label);
          }
        },
        labels.length);
  }

  /** Any file: type, sizes, then the body. */
  static byte[] file(int type, Body body, int... sizes) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeShort(0);
    out.writeByte(type);
    out.writeByte(sizes.length);
    for (int size : sizes) {
      out.writeInt(size);
    }
    body.write(out);
    return bytes.toByteArray();
  }

  private static byte[] file(int type, int value, int... sizes) {
    int length = 1;
    for (int size : sizes) {
      length *= size;
    }
    int count = length;
    try {
      return file(
          type,
          out -> {
            for (int i = 0; i < count; i++) {
              out.writeByte(value);
            }
          },
          sizes);
    } catch (IOException e) {
      throw new AssertionError("memory has no errors", e);
    }
  }

  /** Writes a file, zipped if its name says so. */
  public static void write(Path file, byte[] content) throws IOException {
    if (file.toString().toLowerCase(java.util.Locale.ROOT).endsWith(".gz")) {
      try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
        out.write(content);
      }
    } else {
      Files.write(file, content);
    }
  }

  /** What follows a header. */
  interface Body {
    void write(DataOutputStream out) throws IOException;
  }
}
